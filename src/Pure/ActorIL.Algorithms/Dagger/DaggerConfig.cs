using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Core.Prelude;

namespace ActorIL.Algorithms.Dagger;

/// <summary>Every setting of DAgger.</summary>
public sealed record DaggerConfig
{
    /// <summary>
    /// Label counts at which the best student so far is reported, ascending; the last one ends the training.
    /// </summary>
    public required EquatableArray<int> LabelCounts { get; init; }

    /// <summary>Labels a round until <see cref="LateFrom"/>, ≥ 1.</summary>
    public required int LabelsPerRound { get; init; }

    /// <summary>Labels a round from <see cref="LateFrom"/> on, ≥ 1.</summary>
    public required int LateLabelsPerRound { get; init; }

    /// <summary>Label count from which rounds have their late size.</summary>
    public required int LateFrom { get; init; }

    public required BetaSchedule BetaSchedule { get; init; }

    /// <summary>p of the exponential schedule, in [0, 1].</summary>
    public required double BetaDecay { get; init; }

    /// <summary>Rounds of the linear schedule, ≥ 1.</summary>
    public required int BetaRounds { get; init; }

    /// <summary>Whether a round continues from the last student rather than a fresh one.</summary>
    public required bool WarmStart { get; init; }

    /// <summary>Validation episodes after each round, ≥ 100.</summary>
    public required int ValidationEpisodes { get; init; }

    /// <summary>How the student learns from the aggregate each round.</summary>
    public required BehaviorCloningConfig Student { get; init; }
}
