using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;

namespace ActorIL.Loading.References;

/// <summary>Walks the instructions of a method body for the metadata tokens they name.</summary>
internal static class Instructions
{
    private static readonly ImmutableSortedDictionary<ushort, OperandType> Operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null))
        .OfType<OpCode>()
        .ToImmutableSortedDictionary(code => (ushort)code.Value, code => code.OperandType);

    /// <summary>Every token with the offset of its instruction.</summary>
    public static IEnumerable<(int Offset, int Token)> Tokens(ImmutableArray<byte> body)
    {
        for (var at = 0; at < body.Length; )
        {
            var start = at;
            ushort code = body[at++];
            if (code == 0xFE)
            {
                code = (ushort)((code << 8) | body[at++]);
            }

            var operand = Operands[code];
            if (
                operand
                is OperandType.InlineMethod
                    or OperandType.InlineField
                    or OperandType.InlineType
                    or OperandType.InlineTok
            )
            {
                yield return (start, ReadInteger(body, at));
            }

            at += operand == OperandType.InlineSwitch ? 4 + (4 * ReadInteger(body, at)) : Size(operand);
        }
    }

    private static int Size(OperandType operand) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 4,
        };

    private static int ReadInteger(ImmutableArray<byte> body, int at) =>
        BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(at, sizeof(int)));
}
