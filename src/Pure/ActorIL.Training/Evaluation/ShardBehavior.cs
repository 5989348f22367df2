using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Latching;
using ActorIL.Environments.Perturbations;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Evaluation;

/// <summary>Runs the episodes it is given and answers when the longest of them is over.</summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Shard">Which shard, from 0.</param>
public sealed record ShardBehavior(EnvironmentEntry Environment, int Shard) : Behavior<ShardState, ShardMessage>
{
    public override TypeName BehaviorName => new("evaluation-shard", 1);

    public override ShardState Init(in Ctx ctx, scoped ref Outbox outbox) => new(EpisodeCount: 0);

    public override ShardState Receive(in Ctx ctx, ShardState state, ShardMessage message, scoped ref Outbox outbox) =>
        message.Match<ShardState, Outbox>(in ctx, state, ref outbox, Run);

    private ShardState Run(in Ctx ctx, ShardState state, ShardMessage.Run run, scoped ref Outbox outbox)
    {
        var policy = PolicyResolution.Resolve(Environment, run.Policy).Require();
        var budget = new EpisodeBudget(run.FirstEpisode, run.EpisodeCount) { Horizons = new(run.Horizons) };
        var results = EpisodeRunner.Run(Environment.Module, policy, budget, new(run.Key)) with
        {
            Perturbed = Perturbed(policy, run),
            Latching = Latching(policy, run),
        };
        outbox.Tell(
            ctx.ParentAs<EvaluatorMessage>(),
            new EvaluatorMessage.Scored(run.Job, Shard, results),
            results.StepCounts.DefaultIfEmpty(0).Max()
        );
        return new(state.EpisodeCount + run.EpisodeCount);
    }

    private LatchingResults? Latching(IPolicy policy, ShardMessage.Run run) =>
        run.LatchingEpisodeCount == 0 || run.Expert is not { } expert
            ? null
            : LatchingEpisodes.Run(
                Environment.Module,
                policy,
                PolicyResolution.Resolve(Environment, expert).Require(),
                new EpisodeBudget(run.FirstLatchingEpisode, run.LatchingEpisodeCount),
                new(run.Key)
            );

    private PerturbedResults? Perturbed(IPolicy policy, ShardMessage.Run run) =>
        run.PerturbedEpisodeCount == 0
            ? null
            : PerturbedEpisodes.Run(
                Environment.Module,
                Environment.Perturbation.Require(),
                policy,
                new EpisodeBudget(run.FirstPerturbedEpisode, run.PerturbedEpisodeCount),
                new(run.Key)
            );
}
