using System.Collections.Immutable;
using ActorIL.Actors.Behaviors;
using ActorIL.Core.Fields;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Outside;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Evaluation;

/// <summary>What an evaluation shard understands.</summary>
internal abstract record ShardMessage : IFields<ShardMessage>
{
    private ShardMessage() { }

    public static TypeName Name => new("shard-message", 1);

    public abstract T Match<T>(Func<Run, T> run, Func<Ran, T> ran);

    public abstract TState Match<TState, TOutbox>(
        in Ctx ctx,
        TState state,
        scoped ref TOutbox outbox,
        Arm<TState, Run, TOutbox> run,
        Arm<TState, Ran, TOutbox> ran
    )
        where TOutbox : allows ref struct;

    public static ShardMessage Fields<TVisitor>(scoped ref TVisitor visitor, ShardMessage? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var run = value as Run;
        var ran = value as Ran;
        visitor.Case(1, "run", ref run);
        visitor.Case(2, "ran", ref ran);
        return TVisitor.Rebuilds ? ((ShardMessage?)run ?? ran)! : value!;
    }

    /// <summary>Run some episodes.</summary>
    /// <param name="Job">Which evaluation.</param>
    /// <param name="Policy">Whom.</param>
    /// <param name="Key">The key that episode keys are folded from.</param>
    /// <param name="FirstEpisode">Index of the first.</param>
    /// <param name="EpisodeCount">How many, at least 0.</param>
    public sealed record Run(long Job, PolicySource Policy, ulong Key, long FirstEpisode, int EpisodeCount)
        : ShardMessage,
            IFields<Run>
    {
        public static new TypeName Name => new("shard-message.run", 1);

        /// <summary>Index of the first episode to perturb.</summary>
        public long FirstPerturbedEpisode { get; init; }

        /// <summary>How many of them, at least 0.</summary>
        public int PerturbedEpisodeCount { get; init; }

        /// <summary>Steps at which returns so far are kept, ascending; may be none.</summary>
        public ImmutableArray<int> Horizons { get; init; } = [];

        /// <summary>Index of the first episode that the latching detector looks at.</summary>
        public long FirstLatchingEpisode { get; init; }

        /// <summary>How many of them, at least 0.</summary>
        public int LatchingEpisodeCount { get; init; }

        /// <summary>Whom the detector asks; null where it does not look.</summary>
        public PolicySource? Expert { get; init; }

        public override T Match<T>(Func<Run, T> run, Func<Ran, T> ran) => run(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Run, TOutbox> run,
            Arm<TState, Ran, TOutbox> ran
        ) => run(in ctx, state, this, ref outbox);

        public static Run Fields<TVisitor>(scoped ref TVisitor visitor, Run? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var job = value?.Job ?? 0L;
            var policy = value?.Policy;
            var key = value?.Key ?? 0UL;
            var firstEpisode = value?.FirstEpisode ?? 0L;
            var episodeCount = value?.EpisodeCount ?? 0;
            var horizons = value?.Horizons ?? [];
            visitor.Field(1, "job", ref job);
            visitor.Record(2, "policy", ref policy);
            visitor.Field(3, "key", ref key);
            visitor.Field(4, "first_episode", ref firstEpisode);
            var firstPerturbedEpisode = value?.FirstPerturbedEpisode ?? 0L;
            var perturbedEpisodeCount = value?.PerturbedEpisodeCount ?? 0;
            visitor.Field(5, "episode_count", ref episodeCount);
            visitor.Field(6, "first_perturbed_episode", ref firstPerturbedEpisode);
            var firstLatchingEpisode = value?.FirstLatchingEpisode ?? 0L;
            var latchingEpisodeCount = value?.LatchingEpisodeCount ?? 0;
            var expert = value?.Expert;
            visitor.Field(7, "perturbed_episode_count", ref perturbedEpisodeCount);
            visitor.Field(8, "horizons", ref horizons);
            visitor.Field(9, "first_latching_episode", ref firstLatchingEpisode);
            visitor.Field(10, "latching_episode_count", ref latchingEpisodeCount);
            visitor.Record(11, "expert", ref expert);
            return TVisitor.Rebuilds
                ? new(job, policy!, key, firstEpisode, episodeCount)
                {
                    FirstPerturbedEpisode = firstPerturbedEpisode,
                    PerturbedEpisodeCount = perturbedEpisodeCount,
                    Horizons = horizons,
                    FirstLatchingEpisode = firstLatchingEpisode,
                    LatchingEpisodeCount = latchingEpisodeCount,
                    Expert = expert,
                }
                : value!;
        }
    }

    /// <summary>Episodes that were performed, of an environment in another process.</summary>
    /// <param name="Result">What came of it.</param>
    public sealed record Ran(WorkResult<EpisodeResults> Result) : ShardMessage, IFields<Ran>
    {
        public static new TypeName Name => new("shard-message.ran", 1);

        public override T Match<T>(Func<Run, T> run, Func<Ran, T> ran) => ran(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Run, TOutbox> run,
            Arm<TState, Ran, TOutbox> ran
        ) => ran(in ctx, state, this, ref outbox);

        public static Ran Fields<TVisitor>(scoped ref TVisitor visitor, Ran? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var result = value?.Result;
            visitor.Record(1, "result", ref result);
            return TVisitor.Rebuilds ? new(result!) : value!;
        }
    }
}
