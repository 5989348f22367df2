using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Datasets;

/// <summary>What was done to observations before they were stored.</summary>
public abstract record DatasetPreprocessing
{
    private DatasetPreprocessing() { }

    public abstract T Match<T>(Func<None, T> none, Func<Standardized, T> standardized, Func<Unknown, T> unknown);

    /// <summary>Nothing: they are as the environment gives them. A policy's normaliser is part of the policy.</summary>
    public sealed record None : DatasetPreprocessing
    {
        public override T Match<T>(Func<None, T> none, Func<Standardized, T> standardized, Func<Unknown, T> unknown) =>
            none(this);

        public override string ToString() => "none";
    }

    /// <summary>(x − mean) × factor, clipped.</summary>
    /// <param name="Means">Shape [observation size].</param>
    /// <param name="Factors">Shape [observation size].</param>
    /// <param name="Clip">The largest magnitude.</param>
    public sealed record Standardized(EquatableArray<float> Means, EquatableArray<float> Factors, float Clip)
        : DatasetPreprocessing
    {
        public override T Match<T>(Func<None, T> none, Func<Standardized, T> standardized, Func<Unknown, T> unknown) =>
            standardized(this);

        public override string ToString() =>
            FormattableString.Invariant(
                $"standardized: means [{string.Join(", ", Means)}], factors [{string.Join(", ", Factors)}], clip {Clip}"
            );
    }

    /// <summary>Nobody said.</summary>
    public sealed record Unknown : DatasetPreprocessing
    {
        public override T Match<T>(Func<None, T> none, Func<Standardized, T> standardized, Func<Unknown, T> unknown) =>
            unknown(this);

        public override string ToString() => "unknown";
    }
}
