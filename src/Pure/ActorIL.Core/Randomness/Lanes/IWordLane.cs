namespace ActorIL.Core.Randomness.Lanes;

/// <summary>
/// 64-bit words side by side, with what a Philox round takes. It is written once against this signature, so the bits of
/// all widths are the same.
/// </summary>
/// <typeparam name="TSelf">The implementing lane.</typeparam>
internal interface IWordLane<TSelf>
    where TSelf : struct, IWordLane<TSelf>
{
    /// <summary>How many words stand side by side.</summary>
    static abstract int Count { get; }

    static abstract TSelf Broadcast(ulong word);

    /// <summary>0, 1, 2 …</summary>
    static abstract TSelf Ordinals { get; }

    /// <summary>The first <see cref="Count"/> words of <paramref name="source"/>.</summary>
    static abstract TSelf Load(ReadOnlySpan<ulong> source);

    /// <summary>Writes the first <see cref="Count"/> words of <paramref name="destination"/>.</summary>
    static abstract void Store(TSelf value, Span<ulong> destination);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator ^(TSelf left, TSelf right);

    static abstract TSelf operator &(TSelf left, TSelf right);

    static abstract TSelf operator <<(TSelf value, int bitCount);

    /// <summary>Filled with zeros.</summary>
    static abstract TSelf operator >>>(TSelf value, int bitCount);

    /// <summary>The 64-bit products of the lower halves; the upper halves do not matter.</summary>
    static abstract TSelf MultiplyLower(TSelf left, TSelf right);
}
