using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Training.Experts;

namespace ActorIL.Training.Adversarial;

/// <summary>What the discriminator understands.</summary>
internal abstract record DiscriminatorMessage : IFields<DiscriminatorMessage>
{
    private DiscriminatorMessage() { }

    public static TypeName Name => new("discriminator-message", 1);

    public abstract T Match<T>(Func<Study, T> study, Func<Reward, T> reward, Func<Reconfigure, T> reconfigure);

    public abstract TState Match<TState, TOutbox>(
        in Ctx ctx,
        TState state,
        scoped ref TOutbox outbox,
        Arm<TState, Study, TOutbox> study,
        Arm<TState, Reward, TOutbox> reward,
        Arm<TState, Reconfigure, TOutbox> reconfigure
    )
        where TOutbox : allows ref struct;

    public static DiscriminatorMessage Fields<TVisitor>(scoped ref TVisitor visitor, DiscriminatorMessage? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var study = value as Study;
        var reward = value as Reward;
        var reconfigure = value as Reconfigure;
        visitor.Case(1, "study", ref study);
        visitor.Case(2, "reward", ref reward);
        visitor.Case(3, "reconfigure", ref reconfigure);
        return TVisitor.Rebuilds
            ? ((DiscriminatorMessage?)study ?? (DiscriminatorMessage?)reward ?? reconfigure)!
            : value!;
    }

    /// <summary>Learn to tell these from what rollouts show.</summary>
    /// <param name="Demonstrations">The expert's, of the environment itself; at least one.</param>
    public sealed record Study(Demonstrations Demonstrations) : DiscriminatorMessage, IFields<Study>
    {
        public static new TypeName Name => new("discriminator-message.study", 1);

        public override T Match<T>(Func<Study, T> study, Func<Reward, T> reward, Func<Reconfigure, T> reconfigure) =>
            study(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Study, TOutbox> study,
            Arm<TState, Reward, TOutbox> reward,
            Arm<TState, Reconfigure, TOutbox> reconfigure
        ) => study(in ctx, state, this, ref outbox);

        public static Study Fields<TVisitor>(scoped ref TVisitor visitor, Study? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var demonstrations = value?.Demonstrations;
            visitor.Record(1, "demonstrations", ref demonstrations);
            return TVisitor.Rebuilds ? new(demonstrations!) : value!;
        }
    }

    /// <summary>Learn from a rollout, and answer with what its steps are worth.</summary>
    /// <param name="Rollout">The generator's.</param>
    /// <param name="ReplyTo">Who is waiting.</param>
    public sealed record Reward(Rollout Rollout, ReplyTo<RolloutRewards> ReplyTo)
        : DiscriminatorMessage,
            IFields<Reward>
    {
        public static new TypeName Name => new("discriminator-message.reward", 1);

        public override T Match<T>(Func<Study, T> study, Func<Reward, T> reward, Func<Reconfigure, T> reconfigure) =>
            reward(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Study, TOutbox> study,
            Arm<TState, Reward, TOutbox> reward,
            Arm<TState, Reconfigure, TOutbox> reconfigure
        ) => reward(in ctx, state, this, ref outbox);

        public static Reward Fields<TVisitor>(scoped ref TVisitor visitor, Reward? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var rollout = value?.Rollout;
            var replyTo = value?.ReplyTo ?? default;
            visitor.Record(1, "rollout", ref rollout);
            visitor.Record(2, "reply_to", ref replyTo);
            return TVisitor.Rebuilds ? new(rollout!, replyTo) : value!;
        }
    }

    /// <summary>Go on under this configuration.</summary>
    /// <param name="Keys">The keys that have changed, with commas between them.</param>
    public sealed record Reconfigure(string Keys) : DiscriminatorMessage, IFields<Reconfigure>
    {
        public static new TypeName Name => new("discriminator-message.reconfigure", 1);

        public override T Match<T>(Func<Study, T> study, Func<Reward, T> reward, Func<Reconfigure, T> reconfigure) =>
            reconfigure(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Study, TOutbox> study,
            Arm<TState, Reward, TOutbox> reward,
            Arm<TState, Reconfigure, TOutbox> reconfigure
        ) => reconfigure(in ctx, state, this, ref outbox);

        public static Reconfigure Fields<TVisitor>(scoped ref TVisitor visitor, Reconfigure? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var keys = value?.Keys ?? "";
            visitor.Field(1, "keys", ref keys);
            return TVisitor.Rebuilds ? new(keys) : value!;
        }
    }
}
