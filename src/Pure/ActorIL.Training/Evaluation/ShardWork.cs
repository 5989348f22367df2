using ActorIL.Actors.Addressing;
using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Latching;
using ActorIL.Environments.Perturbations;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Outside;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Evaluation;

/// <summary>The episodes of a shard.</summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Actor">The shard.</param>
/// <param name="Request">What it was asked.</param>
internal sealed record ShardWork(EnvironmentEntry Environment, ActorId Actor, ShardMessage.Run Request)
    : EnvironmentWork<EpisodeResults>(Environment, Actor)
{
    public override TypeName OperationName => new("shard-work", 1);

    public override EpisodeResults Compute(EnvironmentEntry environment)
    {
        var policy = PolicyResolution.Resolve(environment, Request.Policy).Require();
        var budget = new EpisodeBudget(Request.FirstEpisode, Request.EpisodeCount)
        {
            Horizons = new(Request.Horizons),
            BatchCountMax = environment.EpisodeBatchCountMax,
        };
        return EpisodeRunner.Run(environment.Module, policy, budget, new(Request.Key)) with
        {
            Perturbed = Perturbed(environment, policy),
            Latching = Latching(environment, policy),
        };
    }

    private LatchingResults? Latching(EnvironmentEntry environment, IPolicy policy) =>
        Request.LatchingEpisodeCount == 0 || Request.Expert is not { } expert
            ? null
            : LatchingEpisodes.Run(
                environment.Module,
                policy,
                PolicyResolution.Resolve(environment, expert).Require(),
                new EpisodeBudget(Request.FirstLatchingEpisode, Request.LatchingEpisodeCount),
                new(Request.Key)
            );

    private PerturbedResults? Perturbed(EnvironmentEntry environment, IPolicy policy) =>
        Request.PerturbedEpisodeCount == 0
            ? null
            : PerturbedEpisodes.Run(
                environment.Module,
                environment.Perturbation.Require(),
                policy,
                new EpisodeBudget(Request.FirstPerturbedEpisode, Request.PerturbedEpisodeCount),
                new(Request.Key)
            );
}
