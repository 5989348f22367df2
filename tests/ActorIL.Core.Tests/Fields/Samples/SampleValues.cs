using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Core.Tests.Fields.Samples;

/// <summary>Random values of the sample types, special numbers among them, as a function of a seed.</summary>
internal sealed class SampleValues(ulong seed)
{
    private static readonly double[] SpecialNumbers =
    [
        0, -0.0, 1, -1, double.NaN, BitConverter.UInt64BitsToDouble(0xFFF8000000001234), double.PositiveInfinity,
        double.NegativeInfinity, double.Epsilon, double.MaxValue, float.Epsilon, float.MaxValue, 1e-40,
    ];

    private static readonly string[] Texts =
        ["", "a", "naïve – 🎲", "line\nend", "\0", new string('x', 127), new string('y', 128), new string('z', 20_000)];

    private readonly RngKey _key = RngKey.Root(seed);
    private ulong _drawn;

    /// <summary>The blocks that generated values refer to.</summary>
    public Dictionary<ulong, ParameterBlock> Blocks { get; } = [];

    public ParameterBlock? BlockOf(ulong hash) => Blocks.GetValueOrDefault(hash);

    public EveryKind EveryKind(int depth = 2) => new(
        Below(2) == 1,
        (int)Whole(),
        Whole(),
        Below(4) == 0 ? 0 : Bits(),
        (float)Number(),
        Number(),
        Texts[Below(Texts.Length)],
        Array(() => (byte)Bits()),
        Array(() => (int)Whole()),
        Array(Whole),
        Array(() => (float)Number()),
        Array(Number),
        Below(2) == 0 ? null : Block(),
        Point(),
        depth == 0 || Below(2) == 0 ? null : EveryKind(depth - 1),
        Array(Point),
        Array(() => Figure(depth)),
        Below(2) == 0 ? null : Figure(depth));

    public Figure Figure(int depth) => Below(depth == 0 ? 3 : 4) switch
    {
        0 => new Figure.Nothing(),
        1 => new Figure.Circle((float)Draw.Uniform(_key, _drawn++)),
        2 => new Figure.Polygon(Array(Point)),
        _ => new Figure.Pair(Figure(depth - 1), Figure(depth - 1)),
    };

    public Point Point() => new(Number(), Number());

    public byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
        {
            bytes[i] = (byte)Bits();
        }

        return bytes;
    }

    public int Below(int count) => Draw.Index(_key, _drawn++, count);

    private ParameterBlock Block()
    {
        var block = ParameterBlock.Copy(Array(() => (float)Number()).AsSpan());
        return Blocks[block.Hash] = block;
    }

    private EquatableArray<T> Array<T>(Func<T> item)
        where T : IEquatable<T> => EquatableArray.From(Enumerable.Range(0, Below(5)).Select(_ => item()).ToArray());

    private long Whole() => Below(4) switch
    {
        0 => Below(3) - 1,
        1 => (long)Bits() >> Below(64),
        2 => long.MinValue,
        _ => Below(1000),
    };

    private double Number() => Below(3) switch
    {
        0 => SpecialNumbers[Below(SpecialNumbers.Length)],
        1 => BitConverter.UInt64BitsToDouble(Bits()),
        _ => Draw.Uniform(_key, _drawn++, -1, 1),
    };

    private ulong Bits() => _key.Bits(_drawn++).First;
}
