using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Replay;

/// <summary>What the replay buffer understands.</summary>
internal abstract record ReplayMessage : IFields<ReplayMessage>
{
    private ReplayMessage() { }

    public static TypeName Name => new("replay-message", 1);

    public abstract T Match<T>(Func<Append, T> append);

    public abstract TState Match<TState, TOutbox>(
        in Ctx ctx,
        TState state,
        scoped ref TOutbox outbox,
        Arm<TState, Append, TOutbox> append
    )
        where TOutbox : allows ref struct;

    public static ReplayMessage Fields<TVisitor>(scoped ref TVisitor visitor, ReplayMessage? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var append = value as Append;
        visitor.Case(1, "append", ref append);
        return TVisitor.Rebuilds ? append! : value!;
    }

    /// <summary>Keep these too, and answer with everything so far.</summary>
    /// <param name="Batch">What to add.</param>
    /// <param name="ReplyTo">Who is waiting.</param>
    /// <param name="Empties">Whether everything kept before is dropped first.</param>
    public sealed record Append(LabelledBatch Batch, ReplyTo<LabelledBatch> ReplyTo, bool Empties)
        : ReplayMessage,
            IFields<Append>
    {
        public static new TypeName Name => new("replay-message.append", 1);

        public override T Match<T>(Func<Append, T> append) => append(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Append, TOutbox> append
        ) => append(in ctx, state, this, ref outbox);

        public static Append Fields<TVisitor>(scoped ref TVisitor visitor, Append? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var batch = value?.Batch;
            var replyTo = value?.ReplyTo ?? default;
            visitor.Record(1, "batch", ref batch);
            visitor.Record(2, "reply_to", ref replyTo);
            var empties = value?.Empties ?? false;
            visitor.Field(3, "empties", ref empties);
            return TVisitor.Rebuilds ? new(batch!, replyTo, empties) : value!;
        }
    }
}
