using ActorIL.Actors.Addressing;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Outside;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Experts;

/// <summary>Episodes that the expert drives.</summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Actor">The expert.</param>
/// <param name="Policy">Whom it acts as.</param>
/// <param name="Request">What it was asked.</param>
/// <param name="Key">The key that episode keys are folded from.</param>
internal sealed record DemonstrationWork(
    EnvironmentEntry Environment,
    ActorId Actor,
    PolicySource Policy,
    ExpertMessage.Demonstrate Request,
    RngKey Key
) : EnvironmentWork<Demonstrations>(Environment, Actor)
{
    public override TypeName OperationName => new("demonstration-work", 1);

    public override Demonstrations Compute(EnvironmentEntry environment)
    {
        var policy = PolicyResolution.Resolve(environment, Policy).Require();
        var budget = new EpisodeBudget(0, Request.EpisodeCount)
        {
            StepCountMax = Request.StepsMax,
            BatchCountMax = environment.EpisodeBatchCountMax,
        };
        return new(
            Request.Samples
                ? EpisodeRunner.Record(environment.Module, new SamplingPilot((NetworkPolicy)policy, Key), budget, Key)
                : EpisodeRunner.Record(environment.Module, policy, budget, Key)
        );
    }
}
