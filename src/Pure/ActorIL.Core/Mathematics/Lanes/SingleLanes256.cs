using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Core.Mathematics.Lanes;

/// <summary>Eight floats side by side.</summary>
internal readonly struct SingleLanes256(Vector256<float> value) : ILane<SingleLanes256, float, int>
{
    public readonly Vector256<float> Value = value;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<float>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Broadcast(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 BroadcastBits(int bits) => new(Vector256.Create(bits).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Load(ReadOnlySpan<float> source) => new(Vector256.Create(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(SingleLanes256 value, Span<float> destination) => value.Value.CopyTo(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator +(SingleLanes256 left, SingleLanes256 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator -(SingleLanes256 left, SingleLanes256 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator -(SingleLanes256 value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator *(SingleLanes256 left, SingleLanes256 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator /(SingleLanes256 left, SingleLanes256 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 FusedMultiplyAdd(SingleLanes256 left, SingleLanes256 right, SingleLanes256 addend) =>
        new(Vector256.FusedMultiplyAdd(left.Value, right.Value, addend.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 SelectLess(
        SingleLanes256 left,
        SingleLanes256 right,
        SingleLanes256 whenLess,
        SingleLanes256 otherwise
    ) => new(Vector256.ConditionalSelect(Vector256.LessThan(left.Value, right.Value), whenLess.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 SelectEqual(
        SingleLanes256 left,
        SingleLanes256 right,
        SingleLanes256 whenEqual,
        SingleLanes256 otherwise
    ) => new(Vector256.ConditionalSelect(Vector256.Equals(left.Value, right.Value), whenEqual.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 SelectSignBit(
        SingleLanes256 sign,
        SingleLanes256 whenNegative,
        SingleLanes256 otherwise
    ) =>
        new(
            Vector256.ConditionalSelect(
                Vector256.LessThan(sign.Value.AsInt32(), Vector256<int>.Zero).AsSingle(),
                whenNegative.Value,
                otherwise.Value
            )
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator &(SingleLanes256 left, SingleLanes256 right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator ^(SingleLanes256 left, SingleLanes256 right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 AddBits(SingleLanes256 left, SingleLanes256 right) =>
        new((left.Value.AsInt32() + right.Value.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 SubtractBits(SingleLanes256 left, SingleLanes256 right) =>
        new((left.Value.AsInt32() - right.Value.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 MinBits(SingleLanes256 left, SingleLanes256 right) =>
        new(Vector256.Min(left.Value.AsInt32(), right.Value.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 ShiftLeft(SingleLanes256 value, int bitCount) =>
        new((value.Value.AsInt32() << bitCount).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 ShiftRight(SingleLanes256 value, int bitCount) =>
        new((value.Value.AsInt32() >>> bitCount).AsSingle());
}
