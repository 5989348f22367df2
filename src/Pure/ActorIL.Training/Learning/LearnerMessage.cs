using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Adversarial;
using ActorIL.Training.Collection;

namespace ActorIL.Training.Learning;

/// <summary>What the PPO learner understands.</summary>
internal abstract record LearnerMessage : IFields<LearnerMessage>
{
    private LearnerMessage() { }

    public static TypeName Name => new("learner-message", 1);

    public abstract T Match<T>(
        Func<Train, T> train,
        Func<Rolled, T> rolled,
        Func<Validated, T> validated,
        Func<Rewarded, T> rewarded,
        Func<Reconfigure, T> reconfigure,
        Func<Learn, T> learn
    );

    public abstract TState Match<TState, TOutbox>(
        in Ctx ctx,
        TState state,
        scoped ref TOutbox outbox,
        Arm<TState, Train, TOutbox> train,
        Arm<TState, Rolled, TOutbox> rolled,
        Arm<TState, Validated, TOutbox> validated,
        Arm<TState, Rewarded, TOutbox> rewarded,
        Arm<TState, Reconfigure, TOutbox> reconfigure,
        Arm<TState, Learn, TOutbox> learn
    )
        where TOutbox : allows ref struct;

    public static LearnerMessage Fields<TVisitor>(scoped ref TVisitor visitor, LearnerMessage? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var train = value as Train;
        var rolled = value as Rolled;
        var validated = value as Validated;
        var reconfigure = value as Reconfigure;
        var rewarded = value as Rewarded;
        var learn = value as Learn;
        visitor.Case(1, "train", ref train);
        visitor.Case(2, "rolled", ref rolled);
        visitor.Case(3, "validated", ref validated);
        visitor.Case(4, "reconfigure", ref reconfigure);
        visitor.Case(5, "rewarded", ref rewarded);
        visitor.Case(6, "learn", ref learn);
        return TVisitor.Rebuilds
            ? (
                (LearnerMessage?)train
                ?? (LearnerMessage?)rolled
                ?? (LearnerMessage?)validated
                ?? (LearnerMessage?)rewarded
                ?? (LearnerMessage?)learn
                ?? reconfigure
            )!
            : value!;
    }

    /// <summary>Train from the start.</summary>
    /// <param name="ReplyTo">Who is waiting.</param>
    public sealed record Train(ReplyTo<PpoTrained> ReplyTo) : LearnerMessage, IFields<Train>
    {
        public static new TypeName Name => new("learner-message.train", 1);

        /// <summary>What the actor starts as; null for a start of its own.</summary>
        public PolicySnapshot? Start { get; init; }

        public override T Match<T>(
            Func<Train, T> train,
            Func<Rolled, T> rolled,
            Func<Validated, T> validated,
            Func<Rewarded, T> rewarded,
            Func<Reconfigure, T> reconfigure,
            Func<Learn, T> learn
        ) => train(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Train, TOutbox> train,
            Arm<TState, Rolled, TOutbox> rolled,
            Arm<TState, Validated, TOutbox> validated,
            Arm<TState, Rewarded, TOutbox> rewarded,
            Arm<TState, Reconfigure, TOutbox> reconfigure,
            Arm<TState, Learn, TOutbox> learn
        ) => train(in ctx, state, this, ref outbox);

        public static Train Fields<TVisitor>(scoped ref TVisitor visitor, Train? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var replyTo = value?.ReplyTo ?? default;
            var start = value?.Start;
            visitor.Record(1, "reply_to", ref replyTo);
            visitor.Record(2, "start", ref start);
            return TVisitor.Rebuilds ? new(replyTo) { Start = start } : value!;
        }
    }

    /// <summary>A rollout is here.</summary>
    /// <param name="Collected">The rollout.</param>
    public sealed record Rolled(Collected Collected) : LearnerMessage, IFields<Rolled>
    {
        public static new TypeName Name => new("learner-message.rolled", 1);

        public override T Match<T>(
            Func<Train, T> train,
            Func<Rolled, T> rolled,
            Func<Validated, T> validated,
            Func<Rewarded, T> rewarded,
            Func<Reconfigure, T> reconfigure,
            Func<Learn, T> learn
        ) => rolled(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Train, TOutbox> train,
            Arm<TState, Rolled, TOutbox> rolled,
            Arm<TState, Validated, TOutbox> validated,
            Arm<TState, Rewarded, TOutbox> rewarded,
            Arm<TState, Reconfigure, TOutbox> reconfigure,
            Arm<TState, Learn, TOutbox> learn
        ) => rolled(in ctx, state, this, ref outbox);

        public static Rolled Fields<TVisitor>(scoped ref TVisitor visitor, Rolled? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var collected = value?.Collected;
            visitor.Record(1, "collected", ref collected);
            return TVisitor.Rebuilds ? new(collected!) : value!;
        }
    }

    /// <summary>A candidate was scored.</summary>
    /// <param name="Update">The update that made it.</param>
    /// <param name="Results">Its validation episodes.</param>
    public sealed record Validated(int Update, EpisodeResults Results) : LearnerMessage, IFields<Validated>
    {
        public static new TypeName Name => new("learner-message.validated", 1);

        public override T Match<T>(
            Func<Train, T> train,
            Func<Rolled, T> rolled,
            Func<Validated, T> validated,
            Func<Rewarded, T> rewarded,
            Func<Reconfigure, T> reconfigure,
            Func<Learn, T> learn
        ) => validated(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Train, TOutbox> train,
            Arm<TState, Rolled, TOutbox> rolled,
            Arm<TState, Validated, TOutbox> validated,
            Arm<TState, Rewarded, TOutbox> rewarded,
            Arm<TState, Reconfigure, TOutbox> reconfigure,
            Arm<TState, Learn, TOutbox> learn
        ) => validated(in ctx, state, this, ref outbox);

        public static Validated Fields<TVisitor>(scoped ref TVisitor visitor, Validated? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var update = value?.Update ?? 0;
            var results = value?.Results;
            visitor.Field(1, "update", ref update);
            visitor.Record(2, "results", ref results);
            return TVisitor.Rebuilds ? new(update, results!) : value!;
        }
    }

    /// <summary>The rewards of the rollout at hand are here, from who stands in for the environment.</summary>
    /// <param name="Rewards">One a step.</param>
    public sealed record Rewarded(RolloutRewards Rewards) : LearnerMessage, IFields<Rewarded>
    {
        public static new TypeName Name => new("learner-message.rewarded", 1);

        public override T Match<T>(
            Func<Train, T> train,
            Func<Rolled, T> rolled,
            Func<Validated, T> validated,
            Func<Rewarded, T> rewarded,
            Func<Reconfigure, T> reconfigure,
            Func<Learn, T> learn
        ) => rewarded(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Train, TOutbox> train,
            Arm<TState, Rolled, TOutbox> rolled,
            Arm<TState, Validated, TOutbox> validated,
            Arm<TState, Rewarded, TOutbox> rewarded,
            Arm<TState, Reconfigure, TOutbox> reconfigure,
            Arm<TState, Learn, TOutbox> learn
        ) => rewarded(in ctx, state, this, ref outbox);

        public static Rewarded Fields<TVisitor>(scoped ref TVisitor visitor, Rewarded? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var rewards = value?.Rewards;
            visitor.Record(1, "rewards", ref rewards);
            return TVisitor.Rebuilds ? new(rewards!) : value!;
        }
    }

    /// <summary>Go on under this configuration.</summary>
    /// <param name="Keys">The keys that have changed, with commas between them.</param>
    public sealed record Reconfigure(string Keys) : LearnerMessage, IFields<Reconfigure>
    {
        public static new TypeName Name => new("learner-message.reconfigure", 1);

        public override T Match<T>(
            Func<Train, T> train,
            Func<Rolled, T> rolled,
            Func<Validated, T> validated,
            Func<Rewarded, T> rewarded,
            Func<Reconfigure, T> reconfigure,
            Func<Learn, T> learn
        ) => reconfigure(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Train, TOutbox> train,
            Arm<TState, Rolled, TOutbox> rolled,
            Arm<TState, Validated, TOutbox> validated,
            Arm<TState, Rewarded, TOutbox> rewarded,
            Arm<TState, Reconfigure, TOutbox> reconfigure,
            Arm<TState, Learn, TOutbox> learn
        ) => reconfigure(in ctx, state, this, ref outbox);

        public static Reconfigure Fields<TVisitor>(scoped ref TVisitor visitor, Reconfigure? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var keys = value?.Keys ?? "";
            visitor.Field(1, "keys", ref keys);
            return TVisitor.Rebuilds ? new(keys) : value!;
        }
    }

    /// <summary>Learn from the rollout that is held, while the next one is collected.</summary>
    /// <param name="HopCount">
    /// Messages to itself until then: as many as there are between asking for a rollout and the first of its steps, so
    /// that both stand in one round.
    /// </param>
    public sealed record Learn(int HopCount) : LearnerMessage, IFields<Learn>
    {
        public static new TypeName Name => new("learner-message.learn", 1);

        public override T Match<T>(
            Func<Train, T> train,
            Func<Rolled, T> rolled,
            Func<Validated, T> validated,
            Func<Rewarded, T> rewarded,
            Func<Reconfigure, T> reconfigure,
            Func<Learn, T> learn
        ) => learn(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Train, TOutbox> train,
            Arm<TState, Rolled, TOutbox> rolled,
            Arm<TState, Validated, TOutbox> validated,
            Arm<TState, Rewarded, TOutbox> rewarded,
            Arm<TState, Reconfigure, TOutbox> reconfigure,
            Arm<TState, Learn, TOutbox> learn
        ) => learn(in ctx, state, this, ref outbox);

        public static Learn Fields<TVisitor>(scoped ref TVisitor visitor, Learn? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var hopCount = value?.HopCount ?? 0;
            visitor.Field(1, "hop_count", ref hopCount);
            return TVisitor.Rebuilds ? new(hopCount) : value!;
        }
    }
}
