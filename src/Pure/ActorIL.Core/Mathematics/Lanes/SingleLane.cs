using System.Runtime.CompilerServices;

namespace ActorIL.Core.Mathematics.Lanes;

/// <summary>One float.</summary>
internal readonly struct SingleLane(float value) : ILane<SingleLane, float, int>
{
    public readonly float Value = value;

    private int Bits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => BitConverter.SingleToInt32Bits(Value);
    }

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Broadcast(float value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane BroadcastBits(int bits) => new(BitConverter.Int32BitsToSingle(bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Load(ReadOnlySpan<float> source) => new(source[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(SingleLane value, Span<float> destination) => destination[0] = value.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator +(SingleLane left, SingleLane right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator -(SingleLane left, SingleLane right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator -(SingleLane value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator *(SingleLane left, SingleLane right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator /(SingleLane left, SingleLane right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane FusedMultiplyAdd(SingleLane left, SingleLane right, SingleLane addend) =>
        new(MathF.FusedMultiplyAdd(left.Value, right.Value, addend.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane SelectLess(SingleLane left, SingleLane right, SingleLane whenLess, SingleLane otherwise) =>
        left.Value < right.Value ? whenLess : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane SelectEqual(
        SingleLane left,
        SingleLane right,
        SingleLane whenEqual,
        SingleLane otherwise
    ) => left.Value == right.Value ? whenEqual : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane SelectSignBit(SingleLane sign, SingleLane whenNegative, SingleLane otherwise) =>
        sign.Bits < 0 ? whenNegative : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator &(SingleLane left, SingleLane right) => BroadcastBits(left.Bits & right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane operator ^(SingleLane left, SingleLane right) => BroadcastBits(left.Bits ^ right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane AddBits(SingleLane left, SingleLane right) => BroadcastBits(left.Bits + right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane SubtractBits(SingleLane left, SingleLane right) => BroadcastBits(left.Bits - right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane MinBits(SingleLane left, SingleLane right) =>
        BroadcastBits(Math.Min(left.Bits, right.Bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane ShiftLeft(SingleLane value, int bitCount) => BroadcastBits(value.Bits << bitCount);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane ShiftRight(SingleLane value, int bitCount) => BroadcastBits(value.Bits >>> bitCount);
}
