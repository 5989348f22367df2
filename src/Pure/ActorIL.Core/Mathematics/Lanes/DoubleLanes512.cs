using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Core.Mathematics.Lanes;

/// <summary>Eight doubles side by side.</summary>
internal readonly struct DoubleLanes512(Vector512<double> value) : ILane<DoubleLanes512, double, long>
{
    public readonly Vector512<double> Value = value;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<double>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 Broadcast(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 BroadcastBits(long bits) => new(Vector512.Create(bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 Load(ReadOnlySpan<double> source) => new(Vector512.Create(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(DoubleLanes512 value, Span<double> destination) => value.Value.CopyTo(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 operator +(DoubleLanes512 left, DoubleLanes512 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 operator -(DoubleLanes512 left, DoubleLanes512 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 operator -(DoubleLanes512 value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 operator *(DoubleLanes512 left, DoubleLanes512 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 operator /(DoubleLanes512 left, DoubleLanes512 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 FusedMultiplyAdd(DoubleLanes512 left, DoubleLanes512 right, DoubleLanes512 addend) =>
        new(Vector512.FusedMultiplyAdd(left.Value, right.Value, addend.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 SelectLess(
        DoubleLanes512 left,
        DoubleLanes512 right,
        DoubleLanes512 whenLess,
        DoubleLanes512 otherwise
    ) => new(Vector512.ConditionalSelect(Vector512.LessThan(left.Value, right.Value), whenLess.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 SelectEqual(
        DoubleLanes512 left,
        DoubleLanes512 right,
        DoubleLanes512 whenEqual,
        DoubleLanes512 otherwise
    ) => new(Vector512.ConditionalSelect(Vector512.Equals(left.Value, right.Value), whenEqual.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 SelectSignBit(
        DoubleLanes512 sign,
        DoubleLanes512 whenNegative,
        DoubleLanes512 otherwise
    ) =>
        new(
            Vector512.ConditionalSelect(
                Vector512.LessThan(sign.Value.AsInt64(), Vector512<long>.Zero).AsDouble(),
                whenNegative.Value,
                otherwise.Value
            )
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 operator &(DoubleLanes512 left, DoubleLanes512 right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 operator ^(DoubleLanes512 left, DoubleLanes512 right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 AddBits(DoubleLanes512 left, DoubleLanes512 right) =>
        new((left.Value.AsInt64() + right.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 SubtractBits(DoubleLanes512 left, DoubleLanes512 right) =>
        new((left.Value.AsInt64() - right.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 MinBits(DoubleLanes512 left, DoubleLanes512 right) =>
        new(Vector512.Min(left.Value.AsInt64(), right.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 ShiftLeft(DoubleLanes512 value, int bitCount) =>
        new((value.Value.AsInt64() << bitCount).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes512 ShiftRight(DoubleLanes512 value, int bitCount) =>
        new((value.Value.AsInt64() >>> bitCount).AsDouble());
}
