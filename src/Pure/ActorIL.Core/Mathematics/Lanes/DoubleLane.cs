using System.Runtime.CompilerServices;

namespace ActorIL.Core.Mathematics.Lanes;

/// <summary>One double.</summary>
internal readonly struct DoubleLane(double value) : ILane<DoubleLane, double, long>
{
    public readonly double Value = value;

    private long Bits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => BitConverter.DoubleToInt64Bits(Value);
    }

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane Broadcast(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane BroadcastBits(long bits) => new(BitConverter.Int64BitsToDouble(bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane Load(ReadOnlySpan<double> source) => new(source[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(DoubleLane value, Span<double> destination) => destination[0] = value.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane operator +(DoubleLane left, DoubleLane right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane operator -(DoubleLane left, DoubleLane right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane operator -(DoubleLane value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane operator *(DoubleLane left, DoubleLane right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane operator /(DoubleLane left, DoubleLane right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane FusedMultiplyAdd(DoubleLane left, DoubleLane right, DoubleLane addend) =>
        new(Math.FusedMultiplyAdd(left.Value, right.Value, addend.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane SelectLess(DoubleLane left, DoubleLane right, DoubleLane whenLess, DoubleLane otherwise) =>
        left.Value < right.Value ? whenLess : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane SelectEqual(
        DoubleLane left,
        DoubleLane right,
        DoubleLane whenEqual,
        DoubleLane otherwise
    ) => left.Value == right.Value ? whenEqual : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane SelectSignBit(DoubleLane sign, DoubleLane whenNegative, DoubleLane otherwise) =>
        sign.Bits < 0 ? whenNegative : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane operator &(DoubleLane left, DoubleLane right) => BroadcastBits(left.Bits & right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane operator ^(DoubleLane left, DoubleLane right) => BroadcastBits(left.Bits ^ right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane AddBits(DoubleLane left, DoubleLane right) => BroadcastBits(left.Bits + right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane SubtractBits(DoubleLane left, DoubleLane right) => BroadcastBits(left.Bits - right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane MinBits(DoubleLane left, DoubleLane right) =>
        BroadcastBits(Math.Min(left.Bits, right.Bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane ShiftLeft(DoubleLane value, int bitCount) => BroadcastBits(value.Bits << bitCount);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLane ShiftRight(DoubleLane value, int bitCount) => BroadcastBits(value.Bits >>> bitCount);
}
