using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Numerics.Reduction;

/// <summary>
/// Eight elements of a span at a time, the last few filled up with zeros, for terms that are computed side by side and
/// then added up in order.
/// </summary>
internal static class EightLanes
{
    public const int Count = 8;

    /// <summary>Elements index to index + 7; 0 for those past the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(ReadOnlySpan<float> source, int index) =>
        index + Count <= source.Length
            ? Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)index)
            : LoadRest(source[index..]);

    /// <summary>Writes as many as there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> value, Span<float> target, int index)
    {
        if (index + Count <= target.Length)
        {
            value.StoreUnsafe(ref MemoryMarshal.GetReference(target), (nuint)index);
        }
        else
        {
            StoreRest(value, target[index..]);
        }
    }

    /// <summary>The sum with the first terms added, one after the other, as doubles.</summary>
    /// <param name="sum">Where it starts.</param>
    /// <param name="terms">Eight.</param>
    /// <param name="count">How many are added; those from eight on are not there.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Add(double sum, Vector256<float> terms, int count)
    {
        if (count >= Count)
        {
            // Written out, so that no term takes the way through memory.
            return sum + terms[0] + terms[1] + terms[2] + terms[3] + terms[4] + terms[5] + terms[6] + terms[7];
        }

        for (var i = 0; i < count; i++)
        {
            sum += terms[i];
        }

        return sum;
    }

    private static Vector256<float> LoadRest(ReadOnlySpan<float> rest)
    {
        Span<float> lanes = stackalloc float[Count];
        lanes.Clear();
        rest.CopyTo(lanes);
        return Vector256.Create<float>(lanes);
    }

    private static void StoreRest(Vector256<float> value, Span<float> rest)
    {
        Span<float> lanes = stackalloc float[Count];
        value.CopyTo(lanes);
        lanes[..rest.Length].CopyTo(rest);
    }
}
