using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActorIL.Core.Randomness.Lanes;

/// <summary>Four words side by side, on processors that multiply the lower halves at once.</summary>
internal readonly struct WordLanes256(Vector256<ulong> value) : IWordLane<WordLanes256>
{
    public readonly Vector256<ulong> Value = value;

    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.IsHardwareAccelerated && Avx2.IsSupported;
    }

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<ulong>.Count;
    }

    public static WordLanes256 Ordinals
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector256<ulong>.Indices);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 Broadcast(ulong word) => new(Vector256.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 Load(ReadOnlySpan<ulong> source) => new(Vector256.Create(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(WordLanes256 value, Span<ulong> destination) => value.Value.CopyTo(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 operator +(WordLanes256 left, WordLanes256 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 operator ^(WordLanes256 left, WordLanes256 right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 operator &(WordLanes256 left, WordLanes256 right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 operator <<(WordLanes256 value, int bitCount) => new(value.Value << bitCount);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 operator >>>(WordLanes256 value, int bitCount) => new(value.Value >>> bitCount);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes256 MultiplyLower(WordLanes256 left, WordLanes256 right) =>
        new(Avx2.Multiply(left.Value.AsUInt32(), right.Value.AsUInt32()));
}
