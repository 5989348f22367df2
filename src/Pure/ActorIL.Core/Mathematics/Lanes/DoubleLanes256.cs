using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Core.Mathematics.Lanes;

/// <summary>Four doubles side by side.</summary>
internal readonly struct DoubleLanes256(Vector256<double> value) : ILane<DoubleLanes256, double, long>
{
    public readonly Vector256<double> Value = value;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<double>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 Broadcast(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 BroadcastBits(long bits) => new(Vector256.Create(bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 Load(ReadOnlySpan<double> source) => new(Vector256.Create(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(DoubleLanes256 value, Span<double> destination) => value.Value.CopyTo(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 operator +(DoubleLanes256 left, DoubleLanes256 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 operator -(DoubleLanes256 left, DoubleLanes256 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 operator -(DoubleLanes256 value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 operator *(DoubleLanes256 left, DoubleLanes256 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 operator /(DoubleLanes256 left, DoubleLanes256 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 FusedMultiplyAdd(DoubleLanes256 left, DoubleLanes256 right, DoubleLanes256 addend) =>
        new(Vector256.FusedMultiplyAdd(left.Value, right.Value, addend.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 SelectLess(
        DoubleLanes256 left,
        DoubleLanes256 right,
        DoubleLanes256 whenLess,
        DoubleLanes256 otherwise
    ) => new(Vector256.ConditionalSelect(Vector256.LessThan(left.Value, right.Value), whenLess.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 SelectEqual(
        DoubleLanes256 left,
        DoubleLanes256 right,
        DoubleLanes256 whenEqual,
        DoubleLanes256 otherwise
    ) => new(Vector256.ConditionalSelect(Vector256.Equals(left.Value, right.Value), whenEqual.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 SelectSignBit(
        DoubleLanes256 sign,
        DoubleLanes256 whenNegative,
        DoubleLanes256 otherwise
    ) =>
        new(
            Vector256.ConditionalSelect(
                Vector256.LessThan(sign.Value.AsInt64(), Vector256<long>.Zero).AsDouble(),
                whenNegative.Value,
                otherwise.Value
            )
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 operator &(DoubleLanes256 left, DoubleLanes256 right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 operator ^(DoubleLanes256 left, DoubleLanes256 right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 AddBits(DoubleLanes256 left, DoubleLanes256 right) =>
        new((left.Value.AsInt64() + right.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 SubtractBits(DoubleLanes256 left, DoubleLanes256 right) =>
        new((left.Value.AsInt64() - right.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 MinBits(DoubleLanes256 left, DoubleLanes256 right) =>
        new(Vector256.Min(left.Value.AsInt64(), right.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 ShiftLeft(DoubleLanes256 value, int bitCount) =>
        new((value.Value.AsInt64() << bitCount).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes256 ShiftRight(DoubleLanes256 value, int bitCount) =>
        new((value.Value.AsInt64() >>> bitCount).AsDouble());
}
