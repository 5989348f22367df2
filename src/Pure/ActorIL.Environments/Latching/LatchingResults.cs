using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;

namespace ActorIL.Environments.Latching;

/// <summary>What the detector counted in a run of episodes.</summary>
public sealed record LatchingResults : IFields<LatchingResults>
{
    /// <param name="pairCounts">Steps after the first of each episode, shape [n].</param>
    /// <param name="repeatCounts">Of these, repeated by the policy, shape [n].</param>
    /// <param name="expertRepeatCounts">Of these, the expert would have repeated, shape [n].</param>
    /// <param name="latched">1 for an episode in which the policy latched, else 0; shape [n].</param>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    public LatchingResults(
        ImmutableArray<int> pairCounts,
        ImmutableArray<int> repeatCounts,
        ImmutableArray<int> expertRepeatCounts,
        ImmutableArray<byte> latched
    )
    {
        Shape.Require("repeats", repeatCounts.Length, pairCounts.Length, columns: 1);
        Shape.Require("expert repeats", expertRepeatCounts.Length, pairCounts.Length, columns: 1);
        Shape.Require("latched", latched.Length, pairCounts.Length, columns: 1);
        (PairCounts, RepeatCounts) = (pairCounts, repeatCounts);
        (ExpertRepeatCounts, Latched) = (expertRepeatCounts, latched);
    }

    public static TypeName Name => new("latching-results", 1);

    /// <summary>Shape [n].</summary>
    public ImmutableArray<int> PairCounts { get; }

    /// <summary>Shape [n].</summary>
    public ImmutableArray<int> RepeatCounts { get; }

    /// <summary>Shape [n].</summary>
    public ImmutableArray<int> ExpertRepeatCounts { get; }

    /// <summary>Shape [n].</summary>
    public ImmutableArray<byte> Latched { get; }

    /// <summary>n.</summary>
    public int Count => Latched.Length;

    public static LatchingResults Of(ImmutableArray<EpisodeLatching> episodes) =>
        new(
            [.. episodes.Select(static episode => episode.PairCount)],
            [.. episodes.Select(static episode => episode.RepeatCount)],
            [.. episodes.Select(static episode => episode.ExpertRepeatCount)],
            [.. episodes.Select(static episode => episode.IsLatched ? (byte)1 : (byte)0)]
        );

    /// <summary>The results of consecutive parts as one.</summary>
    public static LatchingResults Join(ImmutableArray<LatchingResults> parts) =>
        new(
            [.. parts.SelectMany(static part => part.PairCounts)],
            [.. parts.SelectMany(static part => part.RepeatCounts)],
            [.. parts.SelectMany(static part => part.ExpertRepeatCounts)],
            [.. parts.SelectMany(static part => part.Latched)]
        );

    public static LatchingResults Fields<TVisitor>(scoped ref TVisitor visitor, LatchingResults? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var pairCounts = value?.PairCounts ?? [];
        var repeatCounts = value?.RepeatCounts ?? [];
        var expertRepeatCounts = value?.ExpertRepeatCounts ?? [];
        var latched = value?.Latched ?? [];
        visitor.Field(1, "pair_counts", ref pairCounts);
        visitor.Field(2, "repeat_counts", ref repeatCounts);
        visitor.Field(3, "expert_repeat_counts", ref expertRepeatCounts);
        visitor.Field(4, "latched", ref latched);
        return TVisitor.Rebuilds ? new(pairCounts, repeatCounts, expertRepeatCounts, latched) : value!;
    }
}
