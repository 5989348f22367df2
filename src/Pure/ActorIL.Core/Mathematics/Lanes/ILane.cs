namespace ActorIL.Core.Mathematics.Lanes;

/// <summary>
/// The operations one number, or a fixed number of them side by side, must offer. An elementary function is written
/// once against this signature; the scalar, the 256-bit and the 512-bit form are the same text, so their bits cannot
/// differ.
/// </summary>
/// <remarks>
/// Every arithmetic operation rounds once, to nearest even. Nothing here depends on the payload of a NaN.
/// Bit operations treat each number as its IEEE 754 bit pattern. Implementations keep their value in a field, not a
/// property: the compiler's budget for inlining bounds how much one kernel may nest, and an accessor would spend it.
/// </remarks>
/// <typeparam name="TSelf">The implementing lane.</typeparam>
/// <typeparam name="TNumber">float or double.</typeparam>
/// <typeparam name="TBits">The integer of the same width: int or long.</typeparam>
internal interface ILane<TSelf, TNumber, TBits>
    where TSelf : struct, ILane<TSelf, TNumber, TBits>
{
    /// <summary>How many numbers stand side by side.</summary>
    static abstract int Count { get; }

    static abstract TSelf Broadcast(TNumber value);

    static abstract TSelf BroadcastBits(TBits bits);

    /// <summary>The first <see cref="Count"/> numbers of <paramref name="source"/>.</summary>
    static abstract TSelf Load(ReadOnlySpan<TNumber> source);

    /// <summary>Writes the first <see cref="Count"/> numbers of <paramref name="destination"/>.</summary>
    static abstract void Store(TSelf value, Span<TNumber> destination);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>The sign bit flipped.</summary>
    static abstract TSelf operator -(TSelf value);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>left · right + addend, rounded once.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>left &lt; right ? whenLess : otherwise; a NaN is not less.</summary>
    static abstract TSelf SelectLess(TSelf left, TSelf right, TSelf whenLess, TSelf otherwise);

    /// <summary>left == right ? whenEqual : otherwise; a NaN equals nothing.</summary>
    static abstract TSelf SelectEqual(TSelf left, TSelf right, TSelf whenEqual, TSelf otherwise);

    /// <summary>
    /// Sign bit of <paramref name="sign"/> set ? whenNegative : otherwise; minus zero and NaN count by their bit.
    /// </summary>
    static abstract TSelf SelectSignBit(TSelf sign, TSelf whenNegative, TSelf otherwise);

    static abstract TSelf operator &(TSelf left, TSelf right);

    static abstract TSelf operator ^(TSelf left, TSelf right);

    static abstract TSelf AddBits(TSelf left, TSelf right);

    static abstract TSelf SubtractBits(TSelf left, TSelf right);

    /// <summary>The one whose bit pattern is the smaller signed integer.</summary>
    static abstract TSelf MinBits(TSelf left, TSelf right);

    static abstract TSelf ShiftLeft(TSelf value, int bitCount);

    /// <summary>Shifts the bit pattern right and fills with zeros.</summary>
    static abstract TSelf ShiftRight(TSelf value, int bitCount);
}
