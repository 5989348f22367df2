using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Core.Fields;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Evaluation;

/// <summary>What the evaluator understands.</summary>
internal abstract record EvaluatorMessage : IFields<EvaluatorMessage>
{
    private EvaluatorMessage() { }

    public static TypeName Name => new("evaluator-message", 1);

    public abstract T Match<T>(Func<Evaluate, T> evaluate, Func<Scored, T> scored);

    public abstract TState Match<TState, TOutbox>(
        in Ctx ctx,
        TState state,
        scoped ref TOutbox outbox,
        Arm<TState, Evaluate, TOutbox> evaluate,
        Arm<TState, Scored, TOutbox> scored
    )
        where TOutbox : allows ref struct;

    public static EvaluatorMessage Fields<TVisitor>(scoped ref TVisitor visitor, EvaluatorMessage? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var evaluate = value as Evaluate;
        var scored = value as Scored;
        visitor.Case(1, "evaluate", ref evaluate);
        visitor.Case(2, "scored", ref scored);
        return TVisitor.Rebuilds ? ((EvaluatorMessage?)evaluate ?? scored)! : value!;
    }

    /// <summary>Score a policy.</summary>
    /// <param name="Policy">Whom.</param>
    /// <param name="Purpose">Which start states.</param>
    /// <param name="EpisodeCount">Episodes, at least 1.</param>
    /// <param name="ReplyTo">Who is waiting.</param>
    public sealed record Evaluate(
        PolicySource Policy,
        EvaluationPurpose Purpose,
        int EpisodeCount,
        ReplyTo<EpisodeResults> ReplyTo
    ) : EvaluatorMessage, IFields<Evaluate>
    {
        public static new TypeName Name => new("evaluator-message.evaluate", 1);

        /// <summary>Episodes to perturb beside these, each from a wide start and with a push; 0 for none.</summary>
        public int PerturbedEpisodeCount { get; init; }

        /// <summary>Episodes that the latching detector looks at, from the first on; 0 for none.</summary>
        public int LatchingEpisodeCount { get; init; }

        /// <summary>Whom the detector asks; null where it does not look.</summary>
        public PolicySource? Expert { get; init; }

        public override T Match<T>(Func<Evaluate, T> evaluate, Func<Scored, T> scored) => evaluate(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Evaluate, TOutbox> evaluate,
            Arm<TState, Scored, TOutbox> scored
        ) => evaluate(in ctx, state, this, ref outbox);

        public static Evaluate Fields<TVisitor>(scoped ref TVisitor visitor, Evaluate? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var policy = value?.Policy;
            var purpose = (int)(value?.Purpose ?? default);
            var episodeCount = value?.EpisodeCount ?? 0;
            var replyTo = value?.ReplyTo ?? default;
            visitor.Record(1, "policy", ref policy);
            visitor.Field(2, "purpose", ref purpose);
            visitor.Field(3, "episode_count", ref episodeCount);
            var perturbedEpisodeCount = value?.PerturbedEpisodeCount ?? 0;
            visitor.Record(4, "reply_to", ref replyTo);
            var latchingEpisodeCount = value?.LatchingEpisodeCount ?? 0;
            var expert = value?.Expert;
            visitor.Field(5, "perturbed_episode_count", ref perturbedEpisodeCount);
            visitor.Field(6, "latching_episode_count", ref latchingEpisodeCount);
            visitor.Record(7, "expert", ref expert);
            return TVisitor.Rebuilds
                ? new(policy!, (EvaluationPurpose)purpose, episodeCount, replyTo)
                {
                    PerturbedEpisodeCount = perturbedEpisodeCount,
                    LatchingEpisodeCount = latchingEpisodeCount,
                    Expert = expert,
                }
                : value!;
        }
    }

    /// <summary>A shard has run its episodes.</summary>
    /// <param name="Job">Which evaluation.</param>
    /// <param name="Shard">Which shard, from 0.</param>
    /// <param name="Results">Its episodes.</param>
    public sealed record Scored(long Job, int Shard, EpisodeResults Results) : EvaluatorMessage, IFields<Scored>
    {
        public static new TypeName Name => new("evaluator-message.scored", 1);

        public override T Match<T>(Func<Evaluate, T> evaluate, Func<Scored, T> scored) => scored(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Evaluate, TOutbox> evaluate,
            Arm<TState, Scored, TOutbox> scored
        ) => scored(in ctx, state, this, ref outbox);

        public static Scored Fields<TVisitor>(scoped ref TVisitor visitor, Scored? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var job = value?.Job ?? 0L;
            var shard = value?.Shard ?? 0;
            var results = value?.Results;
            visitor.Field(1, "job", ref job);
            visitor.Field(2, "shard", ref shard);
            visitor.Record(3, "results", ref results);
            return TVisitor.Rebuilds ? new(job, shard, results!) : value!;
        }
    }
}
