using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Outside;

namespace ActorIL.Training.Evaluation;

/// <summary>Runs the episodes it is given and answers when the longest of them is over.</summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Shard">Which shard, from 0.</param>
internal sealed record ShardBehavior(EnvironmentEntry Environment, int Shard) : Behavior<ShardState, ShardMessage>
{
    /// <summary>Times that work in another process is repeated when it fails, ≥ 0.</summary>
    public int RetriesMax { get; init; }

    public override TypeName BehaviorName => new("evaluation-shard", 1);

    public override ShardState Init(in Ctx ctx, scoped ref Outbox outbox) => new(EpisodeCount: 0);

    public override ShardState Receive(in Ctx ctx, ShardState state, ShardMessage message, scoped ref Outbox outbox) =>
        message.Match<ShardState, Outbox>(in ctx, state, ref outbox, Run, Ran);

    public override ShardMessage FromPerform(int tag, ExternalOutcome outcome) =>
        new ShardMessage.Ran(WorkResult<EpisodeResults>.Of(tag, outcome));

    private ShardState Run(in Ctx ctx, ShardState state, ShardMessage.Run run, scoped ref Outbox outbox)
    {
        var work = new ShardWork(Environment, ctx.Self, run);
        return Environment.Outside is null
            ? Answer(in ctx, state, run, work.Compute(), waitedTicks: 0, ref outbox)
            : state with
            {
                Outside = (state.Outside ?? PendingWorks<ShardMessage.Run>.None).Begin(run, work, ref outbox),
            };
    }

    private ShardState Ran(in Ctx ctx, ShardState state, ShardMessage.Ran ran, scoped ref Outbox outbox)
    {
        var (number, pending) = (ran.Result.Number, state.Outside!);
        var run = pending.Request(number);
        if (ran.Result.Value is { } results)
        {
            var next = state with { Outside = pending.End(number) };
            return Answer(in ctx, next, run, results, EnvironmentWork.LatencyTicks, ref outbox);
        }

        var work = new ShardWork(Environment, ctx.Self, run);
        return state with { Outside = pending.Repeat(number, ran.Result.Failure, RetriesMax, work, ref outbox) };
    }

    private ShardState Answer(
        in Ctx ctx,
        ShardState state,
        ShardMessage.Run run,
        EpisodeResults results,
        int waitedTicks,
        scoped ref Outbox outbox
    )
    {
        outbox.Tell(
            ctx.ParentAs<EvaluatorMessage>(),
            new EvaluatorMessage.Scored(run.Job, Shard, results),
            Math.Max(0, results.StepCounts.DefaultIfEmpty(0).Max() - waitedTicks)
        );
        return state with { EpisodeCount = state.EpisodeCount + run.EpisodeCount };
    }
}
