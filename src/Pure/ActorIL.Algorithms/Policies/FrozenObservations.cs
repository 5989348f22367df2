using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Policies;

/// <summary>Observations as a network sees them.</summary>
internal static class FrozenObservations
{
    /// <summary>Applies a frozen normaliser, or copies where there is none.</summary>
    /// <param name="normalizer">Frozen statistics, or null.</param>
    /// <param name="observations">Shape [rows, observation size].</param>
    /// <param name="normalized">Written, the same shape.</param>
    public static void Apply(Standardization? normalizer, ReadOnlySpan<float> observations, Span<float> normalized)
    {
        if (normalizer is null)
        {
            observations.CopyTo(normalized);
        }
        else
        {
            normalizer.Apply(observations, normalized);
        }
    }
}
