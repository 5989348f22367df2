using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Core.Mathematics.Lanes;

/// <summary>Sixteen floats side by side.</summary>
internal readonly struct SingleLanes512(Vector512<float> value) : ILane<SingleLanes512, float, int>
{
    public readonly Vector512<float> Value = value;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<float>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Broadcast(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 BroadcastBits(int bits) => new(Vector512.Create(bits).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Load(ReadOnlySpan<float> source) => new(Vector512.Create(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(SingleLanes512 value, Span<float> destination) => value.Value.CopyTo(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator +(SingleLanes512 left, SingleLanes512 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator -(SingleLanes512 left, SingleLanes512 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator -(SingleLanes512 value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator *(SingleLanes512 left, SingleLanes512 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator /(SingleLanes512 left, SingleLanes512 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 FusedMultiplyAdd(SingleLanes512 left, SingleLanes512 right, SingleLanes512 addend) =>
        new(Vector512.FusedMultiplyAdd(left.Value, right.Value, addend.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 SelectLess(
        SingleLanes512 left,
        SingleLanes512 right,
        SingleLanes512 whenLess,
        SingleLanes512 otherwise
    ) => new(Vector512.ConditionalSelect(Vector512.LessThan(left.Value, right.Value), whenLess.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 SelectEqual(
        SingleLanes512 left,
        SingleLanes512 right,
        SingleLanes512 whenEqual,
        SingleLanes512 otherwise
    ) => new(Vector512.ConditionalSelect(Vector512.Equals(left.Value, right.Value), whenEqual.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 SelectSignBit(
        SingleLanes512 sign,
        SingleLanes512 whenNegative,
        SingleLanes512 otherwise
    ) =>
        new(
            Vector512.ConditionalSelect(
                Vector512.LessThan(sign.Value.AsInt32(), Vector512<int>.Zero).AsSingle(),
                whenNegative.Value,
                otherwise.Value
            )
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator &(SingleLanes512 left, SingleLanes512 right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator ^(SingleLanes512 left, SingleLanes512 right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 AddBits(SingleLanes512 left, SingleLanes512 right) =>
        new((left.Value.AsInt32() + right.Value.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 SubtractBits(SingleLanes512 left, SingleLanes512 right) =>
        new((left.Value.AsInt32() - right.Value.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 MinBits(SingleLanes512 left, SingleLanes512 right) =>
        new(Vector512.Min(left.Value.AsInt32(), right.Value.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 ShiftLeft(SingleLanes512 value, int bitCount) =>
        new((value.Value.AsInt32() << bitCount).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 ShiftRight(SingleLanes512 value, int bitCount) =>
        new((value.Value.AsInt32() >>> bitCount).AsSingle());
}
