using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActorIL.Core.Randomness.Lanes;

/// <summary>Eight words side by side, on processors that multiply the lower halves at once.</summary>
internal readonly struct WordLanes512(Vector512<ulong> value) : IWordLane<WordLanes512>
{
    public readonly Vector512<ulong> Value = value;

    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.IsHardwareAccelerated && Avx512F.IsSupported;
    }

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<ulong>.Count;
    }

    public static WordLanes512 Ordinals
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512<ulong>.Indices);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 Broadcast(ulong word) => new(Vector512.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 Load(ReadOnlySpan<ulong> source) => new(Vector512.Create(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(WordLanes512 value, Span<ulong> destination) => value.Value.CopyTo(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 operator +(WordLanes512 left, WordLanes512 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 operator ^(WordLanes512 left, WordLanes512 right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 operator &(WordLanes512 left, WordLanes512 right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 operator <<(WordLanes512 value, int bitCount) => new(value.Value << bitCount);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 operator >>>(WordLanes512 value, int bitCount) => new(value.Value >>> bitCount);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordLanes512 MultiplyLower(WordLanes512 left, WordLanes512 right) =>
        new(Avx512F.Multiply(left.Value.AsUInt32(), right.Value.AsUInt32()));
}
