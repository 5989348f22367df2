using ActorIL.Algorithms.Dagger;
using ActorIL.Core.Prelude;
using ActorIL.Environments;

namespace ActorIL.Training.Plans;

/// <summary>Everything a run computes from, typed and checked: the semantic half of a resolved configuration.</summary>
public sealed record RunPlan
{
    public required ulong Seed { get; init; }

    public required EnvironmentEntry Environment { get; init; }

    public required ExpertPlan Expert { get; init; }

    public required DemonstrationPlan Demonstration { get; init; }

    /// <summary>DAgger with rounds counted in labels; null where the configuration lists no label counts.</summary>
    public required DaggerConfig? Dagger { get; init; }

    /// <summary>Students of one's own, in the order of the report; names differ.</summary>
    public EquatableArray<StudentPlan> Students { get; init; } = [];

    /// <summary>Generators against discriminators, and their controls, in the order of the report.</summary>
    public EquatableArray<AdversaryPlan> Adversaries { get; init; } = [];

    public required EvaluationPlan Evaluation { get; init; }

    /// <summary>Stages of pipelines beside the run's own.</summary>
    public PipelinePlan Pipelines { get; init; } = PipelinePlan.None;

    /// <summary>What was read from files that the plan names.</summary>
    public RunInputs Inputs { get; init; } = RunInputs.None;

    /// <summary>Times a failed piece of work is repeated before the run ends, ≥ 0.</summary>
    public required int RetriesMax { get; init; }

    /// <summary>Hops within one tick before a cycle is reported, ≥ 1.</summary>
    public required int HopsPerTickMax { get; init; }
}
