using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Environments.Latching;
using ActorIL.Environments.Perturbations;
using ActorIL.Environments.Stepping;

namespace ActorIL.Training.Evaluation;

/// <summary>
/// Scores policies: deals the episodes to shards, which run in parallel, and puts their results together in order. How
/// many shards there are changes no episode.
/// </summary>
/// <param name="Environment">Which environment.</param>
/// <param name="EvaluationSeed">
/// Start states of the evaluation stream come from it and the episode's index alone.
/// </param>
/// <param name="ShardCount">Shards, ≥ 1.</param>
internal sealed record EvaluatorBehavior(EnvironmentEntry Environment, ulong EvaluationSeed, int ShardCount)
    : Behavior<EvaluatorState, EvaluatorMessage>
{
    /// <summary>
    /// Steps at which evaluations keep what episodes have returned so far, ascending; validations do not.
    /// </summary>
    public EquatableArray<int> Horizons { get; init; }

    /// <summary>Times that work in another process is repeated when it fails, ≥ 0.</summary>
    public int RetriesMax { get; init; }

    public override TypeName BehaviorName => new("evaluator", 1);

    public override EvaluatorState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        for (var shard = 0; shard < ShardCount; shard++)
        {
            outbox.Spawn(in ctx, ShardName(shard), Shard(shard));
        }

        return new(JobCount: 0, Jobs: []);
    }

    public override EvaluatorState Receive(
        in Ctx ctx,
        EvaluatorState state,
        EvaluatorMessage message,
        scoped ref Outbox outbox
    ) => message.Match<EvaluatorState, Outbox>(in ctx, state, ref outbox, Evaluate, Scored);

    public override Directive Supervise(EvaluatorState state, in Failure failure) => Directive.Escalate;

    public override Behavior? ChildBehavior(in Ctx ctx, string name) =>
        Enumerable.Range(0, ShardCount).Where(shard => ShardName(shard) == name).Select(Shard).FirstOrDefault();

    private ShardBehavior Shard(int shard) => new(Environment, shard) { RetriesMax = RetriesMax };

    private static string ShardName(int shard) => string.Create(CultureInfo.InvariantCulture, $"shard-{shard}");

    private EvaluatorState Evaluate(
        in Ctx ctx,
        EvaluatorState state,
        EvaluatorMessage.Evaluate request,
        scoped ref Outbox outbox
    )
    {
        var key = request.Purpose switch
        {
            EvaluationPurpose.Evaluation => new RngKey(EvaluationSeed),
            EvaluationPurpose.Validation => ctx.Key.Fold("validation"),
        };
        var horizons = request.Purpose == EvaluationPurpose.Evaluation ? Horizons.Items : [];
        for (var shard = 0; shard < ShardCount; shard++)
        {
            var (first, count) = Share(request.EpisodeCount, shard);
            var (firstPerturbed, perturbedCount) = Share(request.PerturbedEpisodeCount, shard);
            var (firstLatching, latchingCount) = Share(request.LatchingEpisodeCount, shard);
            outbox.Tell(
                ctx.Child<ShardMessage>(ShardName(shard)),
                new ShardMessage.Run(state.JobCount, request.Policy, key.Value, first, count)
                {
                    FirstPerturbedEpisode = perturbedCount > 0 ? firstPerturbed : 0,
                    PerturbedEpisodeCount = perturbedCount,
                    Horizons = horizons,
                    FirstLatchingEpisode = latchingCount > 0 ? firstLatching : 0,
                    LatchingEpisodeCount = latchingCount,
                    Expert = latchingCount > 0 ? request.Expert : null,
                }
            );
        }

        var job = new EvaluationJob(
            state.JobCount,
            request.ReplyTo,
            [.. Enumerable.Repeat(EvaluationJob.Missing, ShardCount)]
        );
        return new(state.JobCount + 1, state.Jobs.Add(job));
    }

    private static EvaluatorState Scored(
        in Ctx ctx,
        EvaluatorState state,
        EvaluatorMessage.Scored scored,
        scoped ref Outbox outbox
    )
    {
        var index = state.Jobs.Select(other => other.Number).ToList().IndexOf(scored.Job);
        var job = state.Jobs[index];
        job = job with { Shards = job.Shards.SetItem(scored.Shard, new(Arrived: true, scored.Results)) };
        if (job.Shards.Any(shard => !shard.Arrived))
        {
            return state with { Jobs = state.Jobs.SetItem(index, job) };
        }

        outbox.Reply(job.ReplyTo, Join([.. job.Shards.Select(shard => shard.Results!)]));
        return state with { Jobs = state.Jobs.RemoveAt(index) };
    }

    /// <summary>The episodes of a shard: the first, and how many.</summary>
    private (int First, int Count) Share(int episodeCount, int shard)
    {
        var first = (int)((long)episodeCount * shard / ShardCount);
        return (first, (int)((long)episodeCount * (shard + 1) / ShardCount) - first);
    }

    private static PerturbedResults? JoinPerturbed(ImmutableArray<EpisodeResults> shards)
    {
        var parts = shards.Select(shard => shard.Perturbed).OfType<PerturbedResults>().ToImmutableArray();
        return parts.IsEmpty ? null : PerturbedResults.Join(parts);
    }

    private static LatchingResults? JoinLatching(ImmutableArray<EpisodeResults> shards)
    {
        var parts = shards.Select(shard => shard.Latching).OfType<LatchingResults>().ToImmutableArray();
        return parts.IsEmpty ? null : LatchingResults.Join(parts);
    }

    private static EpisodeResults Join(ImmutableArray<EpisodeResults> shards) =>
        new(
            shards[0].FirstEpisode,
            [.. shards.SelectMany(shard => shard.Returns)],
            [.. shards.SelectMany(shard => shard.StepCounts)],
            [.. shards.SelectMany(shard => shard.Endings)],
            [.. shards.SelectMany(shard => shard.Outcomes)],
            [.. shards.SelectMany(shard => shard.PrefixReturns)]
        )
        {
            Perturbed = JoinPerturbed(shards),
            Latching = JoinLatching(shards),
        };
}
