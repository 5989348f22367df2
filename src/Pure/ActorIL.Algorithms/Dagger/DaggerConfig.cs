using ActorIL.Algorithms.BehaviorCloning;

namespace ActorIL.Algorithms.Dagger;

/// <summary>Every setting of DAgger.</summary>
public sealed record DaggerConfig
{
    /// <summary>What is visited between two lessons, and who drives.</summary>
    public required RoundPlan Rounds { get; init; }

    /// <summary>Most labels of the whole training, ≥ 1; 0 for as many as the rounds give.</summary>
    public int LabelCountMax { get; init; }

    /// <summary>What is kept of it.</summary>
    public ReplayPlan Replay { get; init; } = ReplayPlan.Everything;

    /// <summary>Whether a round continues from the last student rather than a fresh one.</summary>
    public required bool WarmStart { get; init; }

    /// <summary>Validation episodes after each validated round, ≥ 100.</summary>
    public required int ValidationEpisodes { get; init; }

    /// <summary>Rounds from one validation to the next, ≥ 1; the last round is always validated.</summary>
    public int ValidationIntervalRounds { get; init; } = 1;

    /// <summary>How the student learns from the aggregate each round.</summary>
    public required BehaviorCloningConfig Student { get; init; }
}
