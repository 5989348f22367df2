using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Storage.Datasets;
using ActorIL.Storage.Files;
using ActorIL.Storage.Runs;
using ActorIL.Training;
using ActorIL.Training.Coordination;
using ActorIL.Training.Experts;
using ActorIL.Training.Policies;

namespace ActorIL.Cli.Datasets;

/// <summary>
/// Keeps a run's demonstrations as a data set in its directory, whole episodes where the plan has them. They are on the
/// disk before the round ends, so a checkpoint never stands after demonstrations that are not kept.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="paths">Its directory.</param>
internal sealed class DemonstrationKeeper(BoundRun run, RunPaths paths) : IRunObserver
{
    private PolicySource? _policy;

    /// <summary>What the disk refused; null while all is well.</summary>
    public Error? Problem { get; private set; }

    /// <summary>Where the data set of a run is.</summary>
    public static string PathOf(RunPaths paths) =>
        Path.Combine(paths.Demonstrations, RunStages.Expert + DatasetFile.Ending);

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
            if (Demonstrated(delivery.Message as CoordinatorMessage) is { } demonstrated && Problem is null)
            {
                Problem = Keep(demonstrated).Match<Error?>(_ => null, error => error);
            }
        }
    }

    private bool IsWhole => run.Plan.Demonstration.FullCount > 0;

    private string ControllerName => run.Plan.Environment.Controller.Match(policy => policy.Name, _ => "");

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
            ? demonstrated.Full == IsWhole
            : run.Plan.Demonstration is { CutCount: 0, FullCount: 0 } && demonstrated.Adversary == MostShown;

    /// <summary>Which adversary is shown the most, from 1; the first of equals.</summary>
    private int MostShown =>
        run
            .Plan.Adversaries.Select((plan, index) => (plan.DemonstrationCount, Number: index + 1))
            .MaxBy(shown => shown.DemonstrationCount)
            .Number;

    private int? StepsMax(CoordinatorMessage.Demonstrated demonstrated) =>
        demonstrated switch
        {
            { Adversary: > 0 } when run.Plan.Adversaries[demonstrated.Adversary - 1].Horizon is > 0 and var horizon =>
                horizon,
            { Adversary: > 0 } or { Full: true } => null,
            _ => run.Plan.Demonstration.StepsMax,
        };

    private Result<string, Error> Keep(CoordinatorMessage.Demonstrated demonstrated)
    {
        var policy = _policy ?? new PolicySource.Controller();
        var record = DemonstrationRecord.Of(
            run,
            policy,
            policy.Match(
                trained: _ => RunStages.Expert,
                controller: _ => ControllerName,
                ensemble: _ => RunStages.Expert
            ),
            StepsMax(demonstrated),
            demonstrated.Demonstrations.Trajectories
        );
        return Folder
            .Make(paths.Demonstrations)
            .Then(_ => DatasetFile.Save(PathOf(paths), record.Sidecar, record.Content));
    }
}
