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
    public Demonstrations? Latest { get; private set; }

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
                    label: _ => null
                ) ?? _policy;
            Latest = Demonstrated(delivery.Message as CoordinatorMessage) ?? Latest;
        }
    }

    // Cut ones are kept only where there will be no whole ones.
    private Demonstrations? Demonstrated(CoordinatorMessage? message) =>
        message?.Match<Demonstrations?>(
            expertReady: _ => null,
            demonstrated: demonstrated =>
                demonstrated.Full == plan.Demonstration.FullCount > 0 ? demonstrated.Demonstrations : null,
            cloneReady: _ => null,
            daggerReady: _ => null,
            evaluated: _ => null,
            reconfigure: _ => null
        );
}
