using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Numerics.Heads;

/// <summary>
/// The steps of <see cref="CategoricalHead"/> for two categories, four rows a vector: neighbours in a vector are one
/// row's, and each takes the other's number by a permutation.
/// </summary>
/// <remarks>Each function does the first rows, as many as whole vectors hold, and returns how many.</remarks>
internal static class PairedCategories
{
    private const int LaneCount = 8;

    /// <summary>shifted = l - max.</summary>
    public static int Shift(ReadOnlySpan<float> logits, Span<float> shifted)
    {
        var whole = Whole(logits.Length);
        for (var i = 0; i < whole; i += LaneCount)
        {
            var logit = Load(logits, i);
            var (first, second) = (First(logit), Second(logit));
            var largest = Vector256.ConditionalSelect(Vector256.GreaterThan(second, first), second, first);
            Store(logit - largest, shifted, i);
        }

        return whole / 2;
    }

    /// <summary>Turns exponentials into probabilities and keeps their sums.</summary>
    public static int Normalize(Span<float> exponentials, Span<float> sums)
    {
        var whole = Whole(exponentials.Length);
        for (var i = 0; i < whole; i += LaneCount)
        {
            var value = Load(exponentials, i);
            var sum = First(value) + Second(value);
            Store(value / sum, exponentials, i);
            StoreRows(sum, sums, i / 2);
        }

        return whole / 2;
    }

    /// <summary>Subtracts the logarithms of the sums, which the entropies then take the place of.</summary>
    public static int Finish(Span<float> logProbabilities, ReadOnlySpan<float> probabilities, Span<float> entropies)
    {
        var whole = Whole(probabilities.Length);
        for (var i = 0; i < whole; i += LaneCount)
        {
            var log = Load(logProbabilities, i) - LoadRows(entropies, i / 2);
            Store(log, logProbabilities, i);
            var share = Load(probabilities, i);
            var term = Occurring(share, share * log);
            StoreRows(Vector256<float>.Zero - First(term) - Second(term), entropies, i / 2);
        }

        return whole / 2;
    }

    /// <inheritdoc cref="CategoricalHead.Gradient"/>
    public static int Gradient(
        ReadOnlySpan<float> logProbabilities,
        ReadOnlySpan<float> probabilities,
        ReadOnlySpan<float> entropies,
        ReadOnlySpan<int> categories,
        ReadOnlySpan<float> logProbabilityGradients,
        float entropyGradient,
        Span<float> logitGradients
    )
    {
        var whole = Whole(probabilities.Length);
        var own = Vector256.Create(0, 1, 0, 1, 0, 1, 0, 1);
        for (var i = 0; i < whole; i += LaneCount)
        {
            var share = Load(probabilities, i);
            var slope = Occurring(share, share * (Load(logProbabilities, i) + LoadRows(entropies, i / 2)));
            var isChosen = Vector256.Equals(LoadRows(categories, i / 2), own).AsSingle();
            var selected = isChosen & Vector256<float>.One;
            var gradient = (selected - share) * LoadRows(logProbabilityGradients, i / 2);
            Store(gradient - (slope * entropyGradient), logitGradients, i);
        }

        return whole / 2;
    }

    private static int Whole(int length) => Vector256.IsHardwareAccelerated ? length & -LaneCount : 0;

    // The value where the share is above 0, else 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Occurring(Vector256<float> share, Vector256<float> value) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(share, Vector256<float>.Zero), value, Vector256<float>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> First(Vector256<float> rows) =>
        Vector256.Shuffle(rows, Vector256.Create(0, 0, 2, 2, 4, 4, 6, 6));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Second(Vector256<float> rows) =>
        Vector256.Shuffle(rows, Vector256.Create(1, 1, 3, 3, 5, 5, 7, 7));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Load(ReadOnlySpan<float> source, int index) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> value, Span<float> target, int index) =>
        value.StoreUnsafe(ref MemoryMarshal.GetReference(target), (nuint)index);

    // A number a row, once for each of its categories.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> LoadRows<T>(ReadOnlySpan<T> source, int row)
    {
        var four = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)row).AsInt32();
        return Vector256.Shuffle(four.ToVector256Unsafe(), Vector256.Create(0, 0, 1, 1, 2, 2, 3, 3)).As<int, T>();
    }

    // The first number of each row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRows(Vector256<float> value, Span<float> target, int row) =>
        Vector256
            .Shuffle(value, Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6))
            .GetLower()
            .StoreUnsafe(ref MemoryMarshal.GetReference(target), (nuint)row);
}
