using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;
using ActorIL.Training;
using ActorIL.Training.Coordination;
using ActorIL.Training.Experts;
using ActorIL.Training.Plans;
using ActorIL.Training.Policies;

namespace ActorIL.Cli.Datasets;

/// <summary>Sees the demonstrations of a run go by: whole episodes where the plan has them, else cut ones.</summary>
/// <param name="plan">The run.</param>
internal sealed class DemonstrationWatch(RunPlan plan) : IRunObserver
{
    private PolicySource? _policy;

    /// <summary>The demonstrations that came last; null for none.</summary>
    public CoordinatorMessage.Demonstrated? Latest { get; private set; }

    /// <summary>Who demonstrated.</summary>
    public PolicySource Policy => _policy ?? new PolicySource.Controller();

    /// <summary>Learns who the expert is where a run goes on after the expert was told.</summary>
    public void Recall(IActorHost host)
    {
        var expert = ActorId.Root(RunSystem.RootName).Child(DemonstrationKeys.ExpertName);
        _policy = host.FinalState<ExpertState>(expert).Match(state => state.Policy, _ => null);
    }

    public void AfterRound(in RoundReport report)
    {
        foreach (ref readonly var delivery in report.Deliveries)
        {
            _policy =
                (delivery.Message as ExpertMessage)?.Match<PolicySource?>(
                    assume: assume => assume.Policy,
                    demonstrate: _ => null,
                    label: _ => null,
                    drove: _ => null
                ) ?? _policy;
            Latest = Demonstrated(delivery.Message as CoordinatorMessage) ?? Latest;
        }
    }

    /// <summary>After how many steps such demonstrations were cut; null for whole ones.</summary>
    public static int? StepsMax(RunPlan plan, CoordinatorMessage.Demonstrated demonstrated) =>
        demonstrated switch
        {
            { Adversary: > 0 } when plan.Adversaries[demonstrated.Adversary - 1].Horizon is > 0 and var horizon =>
                horizon,
            { Adversary: > 0 } or { Full: true } => null,
            _ => plan.Demonstration.StepsMax,
        };

    private CoordinatorMessage.Demonstrated? Demonstrated(CoordinatorMessage? message) =>
        message?.Match<CoordinatorMessage.Demonstrated?>(
            expertReady: _ => null,
            demonstrated: demonstrated => IsKept(demonstrated) ? demonstrated : null,
            cloneReady: _ => null,
            daggerReady: _ => null,
            evaluated: _ => null,
            generatorReady: _ => null,
            reconfigure: _ => null
        );

    // Cut ones are kept only where there will be no whole ones; those of a discriminator where clones have none.
    private bool IsKept(CoordinatorMessage.Demonstrated demonstrated) =>
        demonstrated.Adversary == 0
            ? demonstrated.Full == plan.Demonstration.FullCount > 0
            : plan.Demonstration is { CutCount: 0, FullCount: 0 } && demonstrated.Adversary == MostShown;

    /// <summary>Which adversary is shown the most, from 1; the first of equals.</summary>
    private int MostShown =>
        plan
            .Adversaries.Select((own, index) => (own.DemonstrationCount, Number: index + 1))
            .MaxBy(shown => shown.DemonstrationCount)
            .Number;
}
