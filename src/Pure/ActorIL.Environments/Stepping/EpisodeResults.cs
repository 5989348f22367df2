using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;

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
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    public EpisodeResults(
        long firstEpisode, ImmutableArray<double> returns, ImmutableArray<int> stepCounts, ImmutableArray<byte> endings)
    {
        Shape.Require("step counts", stepCounts.Length, returns.Length, columns: 1);
        Shape.Require("endings", endings.Length, returns.Length, columns: 1);
        (FirstEpisode, Returns, StepCounts, Endings) = (firstEpisode, returns, stepCounts, endings);
    }

    public static TypeName Name => new("episode-results", 1);

    public long FirstEpisode { get; }

    /// <summary>Shape [n].</summary>
    public ImmutableArray<double> Returns { get; }

    /// <summary>Shape [n].</summary>
    public ImmutableArray<int> StepCounts { get; }

    /// <summary>Shape [n].</summary>
    public ImmutableArray<byte> Endings { get; }

    /// <summary>n.</summary>
    public int Count => Returns.Length;

    /// <summary>Environment steps of all episodes together.</summary>
    public long StepCountTotal => StepCounts.Sum(steps => (long)steps);

    public static EpisodeResults Fields<TVisitor>(scoped ref TVisitor visitor, EpisodeResults? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var firstEpisode = value?.FirstEpisode ?? 0;
        var returns = value?.Returns ?? [];
        var stepCounts = value?.StepCounts ?? [];
        var endings = value?.Endings ?? [];
        visitor.Field(1, "first_episode", ref firstEpisode);
        visitor.Field(2, "returns", ref returns);
        visitor.Field(3, "step_counts", ref stepCounts);
        visitor.Field(4, "endings", ref endings);
        return TVisitor.Rebuilds ? new(firstEpisode, returns, stepCounts, endings) : value!;
    }
}
