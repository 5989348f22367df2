using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Environments.Latching;
using ActorIL.Environments.Perturbations;

namespace ActorIL.Environments.Stepping;

/// <summary>What a run of episodes scored, in order of episode.</summary>
public sealed record EpisodeResults : IFields<EpisodeResults>
{
    /// <param name="firstEpisode">
    /// Index of the first episode, ≥ 0: start states depend on key and index alone.
    /// </param>
    /// <param name="returns">Undiscounted sums of rewards, shape [n].</param>
    /// <param name="stepCounts">Lengths, shape [n].</param>
    /// <param name="endings">
    /// As <see cref="Ending"/>; None for an episode cut off by the runner's limit; shape [n].
    /// </param>
    /// <param name="outcomes">
    /// As <see cref="Outcome"/>, shape [n]; empty where the environment has none.
    /// </param>
    /// <param name="prefixReturns">
    /// Returns up to each horizon of the budget, shape [n, horizons]; empty where there are none.
    /// </param>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    public EpisodeResults(
        long firstEpisode,
        ImmutableArray<double> returns,
        ImmutableArray<int> stepCounts,
        ImmutableArray<byte> endings,
        ImmutableArray<byte> outcomes,
        ImmutableArray<double> prefixReturns = default
    )
    {
        Shape.Require("step counts", stepCounts.Length, returns.Length, columns: 1);
        Shape.Require("endings", endings.Length, returns.Length, columns: 1);
        if (!outcomes.IsEmpty)
        {
            Shape.Require("outcomes", outcomes.Length, returns.Length, columns: 1);
        }

        PrefixReturns = prefixReturns.IsDefault ? [] : prefixReturns;
        Shape.Require(
            "prefix returns",
            PrefixReturns.Length,
            returns.Length,
            returns.IsEmpty ? 0 : PrefixReturns.Length / returns.Length
        );
        (FirstEpisode, Returns, StepCounts) = (firstEpisode, returns, stepCounts);
        (Endings, Outcomes) = (endings, outcomes);
    }

    public static TypeName Name => new("episode-results", 1);

    public long FirstEpisode { get; }

    /// <summary>Shape [n].</summary>
    public ImmutableArray<double> Returns { get; }

    /// <summary>Shape [n].</summary>
    public ImmutableArray<int> StepCounts { get; }

    /// <summary>Shape [n].</summary>
    public ImmutableArray<byte> Endings { get; }

    /// <summary>Shape [n], or empty where the environment has no outcomes.</summary>
    public ImmutableArray<byte> Outcomes { get; }

    /// <summary>What came of perturbed episodes beside these; null where there were none.</summary>
    public PerturbedResults? Perturbed { get; init; }

    /// <summary>What the latching detector counted in the first of these; null where nobody asked.</summary>
    public LatchingResults? Latching { get; init; }

    /// <summary>Shape [n, horizons], or empty where no horizons were asked for.</summary>
    public ImmutableArray<double> PrefixReturns { get; }

    /// <summary>n.</summary>
    public int Count => Returns.Length;

    /// <summary>Share of the episodes that were judged failures; NaN where none was judged.</summary>
    public double FailureRate => (double)Outcomes.AsSpan().Count((byte)Outcome.Failure) / Outcomes.Length;

    /// <summary>Environment steps of all episodes together.</summary>
    public long StepCountTotal => StepCounts.Sum(steps => (long)steps);

    public static EpisodeResults Fields<TVisitor>(scoped ref TVisitor visitor, EpisodeResults? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var firstEpisode = value?.FirstEpisode ?? 0;
        var returns = value?.Returns ?? [];
        var stepCounts = value?.StepCounts ?? [];
        var endings = value?.Endings ?? [];
        var outcomes = value?.Outcomes ?? [];
        var perturbed = value?.Perturbed;
        var prefixReturns = value?.PrefixReturns ?? [];
        visitor.Field(1, "first_episode", ref firstEpisode);
        visitor.Field(2, "returns", ref returns);
        visitor.Field(3, "step_counts", ref stepCounts);
        visitor.Field(4, "endings", ref endings);
        visitor.Field(5, "outcomes", ref outcomes);
        var latching = value?.Latching;
        visitor.Record(6, "perturbed", ref perturbed);
        visitor.Field(7, "prefix_returns", ref prefixReturns);
        visitor.Record(8, "latching", ref latching);
        return TVisitor.Rebuilds
            ? new(firstEpisode, returns, stepCounts, endings, outcomes, prefixReturns)
            {
                Perturbed = perturbed,
                Latching = latching,
            }
            : value!;
    }
}
