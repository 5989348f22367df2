using System.Globalization;
using System.Runtime.CompilerServices;

namespace ActorIL.Core.Hashing;

/// <summary>
/// A running 64-bit digest of an ordered sequence of words: change, drop, add or swap one and the value changes.
/// </summary>
public readonly record struct HashChain(ulong Value)
{
    /// <summary>The chain of nothing.</summary>
    public static HashChain Empty => new(ContentHash.Prime5);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public HashChain Append(ulong word) => new(ContentHash.Avalanche(ContentHash.MergeWord(Value, word)));

    public HashChain Append(string text) => Append(ContentHash.Of(text));

    /// <summary>Sixteen lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}
