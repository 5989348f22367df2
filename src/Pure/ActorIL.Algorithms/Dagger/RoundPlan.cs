using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;

namespace ActorIL.Algorithms.Dagger;

/// <summary>How much a student sees of its environment between two lessons, and who drives.</summary>
public abstract record RoundPlan
{
    private RoundPlan() { }

    public abstract T Match<T>(Func<ByLabels, T> byLabels, Func<ByEpisodes, T> byEpisodes);

    /// <summary>
    /// A number of labels a round, every step labelled; episodes go on from one round to the next. For counting what
    /// labels are worth.
    /// </summary>
    /// <param name="LabelCounts">
    /// Label counts at which the best student so far is reported, ascending; the last one ends the training.
    /// </param>
    /// <param name="LabelsPerRound">Labels a round until <paramref name="LateFrom"/>, ≥ 1.</param>
    /// <param name="LateLabelsPerRound">Labels a round from <paramref name="LateFrom"/> on, ≥ 1.</param>
    /// <param name="LateFrom">Label count from which rounds have their late size.</param>
    /// <param name="Mixture">When the expert drives.</param>
    public sealed record ByLabels(
        EquatableArray<int> LabelCounts,
        int LabelsPerRound,
        int LateLabelsPerRound,
        int LateFrom,
        MixtureStrategy Mixture
    ) : RoundPlan
    {
        public override T Match<T>(Func<ByLabels, T> byLabels, Func<ByEpisodes, T> byEpisodes) => byLabels(this);
    }

    /// <summary>
    /// Whole episodes, and a strategy that says what of them is labelled. One round of it is behaviour cloning.
    /// </summary>
    /// <param name="RoundCount">Rounds, the first included, ≥ 1.</param>
    /// <param name="FirstEpisodes">Episodes that the expert drives in the first round, ≥ 1, all labelled.</param>
    /// <param name="EpisodesPerRound">Episodes of each later round, ≥ 1.</param>
    /// <param name="Strategy">Who drives in later rounds and what is labelled.</param>
    public sealed record ByEpisodes(int RoundCount, int FirstEpisodes, int EpisodesPerRound, IQueryStrategy Strategy)
        : RoundPlan
    {
        public override T Match<T>(Func<ByLabels, T> byLabels, Func<ByEpisodes, T> byEpisodes) => byEpisodes(this);
    }
}
