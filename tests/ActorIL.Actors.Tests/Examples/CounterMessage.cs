using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Examples;

/// <summary>What a counter understands.</summary>
internal abstract record CounterMessage : IFields<CounterMessage>
{
    private CounterMessage()
    {
    }

    public static TypeName Name => new("example-counter-message", 1);

    public abstract T Match<T>(Func<Add, T> add, Func<Tell, T> tell);

    /// <summary>Hands the message to the arm of its case. Arms are static lambdas: nothing is allocated.</summary>
    public abstract TState Match<TState, TOutbox>(
        in Ctx ctx, TState state, scoped ref TOutbox outbox, Arm<TState, Add, TOutbox> add, Arm<TState, Tell, TOutbox> tell)
        where TOutbox : allows ref struct;

    public static CounterMessage Fields<TVisitor>(scoped ref TVisitor visitor, CounterMessage? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var add = value as Add;
        var tell = value as Tell;
        visitor.Case(1, "add", ref add);
        visitor.Case(2, "tell", ref tell);
        return TVisitor.Rebuilds ? add ?? (CounterMessage)tell! : value!;
    }

    /// <summary>Count so many more.</summary>
    public sealed record Add(long Count) : CounterMessage, IFields<Add>
    {
        public static new TypeName Name => new("example-counter-add", 1);

        public override T Match<T>(Func<Add, T> add, Func<Tell, T> tell) => add(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx, TState state, scoped ref TOutbox outbox, Arm<TState, Add, TOutbox> add, Arm<TState, Tell, TOutbox> tell) =>
            add(in ctx, state, this, ref outbox);

        public static Add Fields<TVisitor>(scoped ref TVisitor visitor, Add? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var count = value?.Count ?? 0;
            visitor.Field(1, "count", ref count);
            return TVisitor.Rebuilds ? new(count) : value!;
        }
    }

    /// <summary>Say how many it is.</summary>
    public sealed record Tell(ReplyTo<CounterState> ReplyTo) : CounterMessage, IFields<Tell>
    {
        public static new TypeName Name => new("example-counter-tell", 1);

        public override T Match<T>(Func<Add, T> add, Func<Tell, T> tell) => tell(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx, TState state, scoped ref TOutbox outbox, Arm<TState, Add, TOutbox> add, Arm<TState, Tell, TOutbox> tell) =>
            tell(in ctx, state, this, ref outbox);

        public static Tell Fields<TVisitor>(scoped ref TVisitor visitor, Tell? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var replyTo = value?.ReplyTo ?? default;
            visitor.Record(1, "reply_to", ref replyTo);
            return TVisitor.Rebuilds ? new(replyTo) : value!;
        }
    }
}
