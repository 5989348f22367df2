using System.Collections.Immutable;
using ActorIL.Experiments.Inputs;
using ActorIL.Experiments.Resolved;

namespace ActorIL.Experiments.Binding;

/// <summary>The keys that name files.</summary>
internal static class InputBinding
{
    private const int HashLength = 64;

    /// <summary>The files that are named, in the order of their roles.</summary>
    public static ImmutableArray<InputReference> Read(KeyReader reader) =>
        [
            .. Enum.GetValues<InputRole>()
                .Select(role => Read(reader, role))
                .Where(static reference => reference.Path.Length + reference.Hash.Length > 0),
        ];

    /// <summary>Whether a file of that role is named.</summary>
    public static bool Has(ImmutableArray<InputReference> inputs, InputRole role) =>
        inputs.Any(reference => reference.Role == role);

    private static InputReference Read(KeyReader reader, InputRole role)
    {
        var key = InputReference.PathKeyOf(role);
        var reference = new InputReference(
            role,
            reader.Of(KeyKind.Operational).Text(key),
            reader.Text(new InputReference(role, "", "").HashKey)
        );
        if (reference.Hash.Length > 0 && !IsHash(reference.Hash))
        {
            reader.Reject(
                reference.HashKey,
                $"\"{reference.Hash}\"",
                "a SHA-256, 64 hexadecimal digits in lower case",
                "Leave it empty: a run writes it into its own configuration."
            );
        }

        return reference;
    }

    private static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigitLower);
}
