using System.Runtime.InteropServices;
using ActorIL.Core.Hashing;

namespace ActorIL.Core.Fields;

/// <summary>
/// An immutable block of numbers that is broadcast by reference and named by its content: parameters, moments,
/// statistics. The hash is computed once, when the block is made.
/// </summary>
public sealed class ParameterBlock : IEquatable<ParameterBlock>
{
    private readonly float[] _values;

    private ParameterBlock(float[] values)
    {
        _values = values;
        Hash = ContentHash.Of(MemoryMarshal.AsBytes(values.AsSpan()), (ulong)values.Length);
    }

    public static ParameterBlock Empty { get; } = new([]);

    /// <summary>Content hash over length and little-endian bits, NaN canonicalised.</summary>
    public ulong Hash { get; }

    public int Count => _values.Length;

    public ReadOnlySpan<float> Values => _values;

    /// <summary>
    /// A block holding a copy of <paramref name="values"/>, shape [n]; NaN becomes the canonical quiet NaN.
    /// </summary>
    public static ParameterBlock Copy(ReadOnlySpan<float> values)
    {
        var copy = values.ToArray();
        CanonicalNumbers.Canonicalize(copy);
        return new(copy);
    }

    public bool Equals(ParameterBlock? other) => other is not null && Hash == other.Hash && Count == other.Count;

    public override bool Equals(object? obj) => Equals(obj as ParameterBlock);

    public override int GetHashCode() => unchecked((int)Hash);
}
