using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Core.Fields;
using ActorIL.Training.Blocks;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Collection;

/// <summary>What the collector understands.</summary>
public abstract record CollectorMessage : IFields<CollectorMessage>
{
    private CollectorMessage() { }

    public static TypeName Name => new("collector-message", 1);

    public abstract T Match<T>(Func<Collect, T> collect, Func<Ready, T> ready, Func<Finished, T> finished);

    public abstract TState Match<TState, TOutbox>(
        in Ctx ctx,
        TState state,
        scoped ref TOutbox outbox,
        Arm<TState, Collect, TOutbox> collect,
        Arm<TState, Ready, TOutbox> ready,
        Arm<TState, Finished, TOutbox> finished)
        where TOutbox : allows ref struct;

    public static CollectorMessage Fields<TVisitor>(scoped ref TVisitor visitor, CollectorMessage? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var collect = value as Collect;
        var ready = value as Ready;
        var finished = value as Finished;
        visitor.Case(1, "collect", ref collect);
        visitor.Case(2, "ready", ref ready);
        visitor.Case(3, "finished", ref finished);
        return TVisitor.Rebuilds ? ((CollectorMessage?)collect ?? (CollectorMessage?)ready ?? finished)! : value!;
    }

    /// <summary>Have every block step, and answer with one rollout.</summary>
    /// <param name="StepCount">T, at least 1.</param>
    /// <param name="Drive">How actions are chosen.</param>
    /// <param name="ReplyTo">Who is waiting.</param>
    public sealed record Collect(
        int StepCount, Drive Drive, ReplyTo<Collected> ReplyTo)
        : CollectorMessage, IFields<Collect>
    {
        public static new TypeName Name => new("collector-message.collect", 1);

        public override T Match<T>(
            Func<Collect, T> collect, Func<Ready, T> ready, Func<Finished, T> finished) => collect(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Collect, TOutbox> collect,
            Arm<TState, Ready, TOutbox> ready,
            Arm<TState, Finished, TOutbox> finished) => collect(in ctx, state, this, ref outbox);

        public static Collect Fields<TVisitor>(scoped ref TVisitor visitor, Collect? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var stepCount = value?.StepCount ?? 0;
            var drive = value?.Drive;
            var replyTo = value?.ReplyTo ?? default;
            visitor.Field(1, "step_count", ref stepCount);
            visitor.Record(2, "drive", ref drive);
            visitor.Record(3, "reply_to", ref replyTo);
            return TVisitor.Rebuilds ? new(stepCount, drive!, replyTo) : value!;
        }
    }

    /// <summary>A block has started, or started again after a failure.</summary>
    /// <param name="BlockIndex">Which block, from 0.</param>
    public sealed record Ready(int BlockIndex) : CollectorMessage, IFields<Ready>
    {
        public static new TypeName Name => new("collector-message.ready", 1);

        public override T Match<T>(
            Func<Collect, T> collect, Func<Ready, T> ready, Func<Finished, T> finished) => ready(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Collect, TOutbox> collect,
            Arm<TState, Ready, TOutbox> ready,
            Arm<TState, Finished, TOutbox> finished) => ready(in ctx, state, this, ref outbox);

        public static Ready Fields<TVisitor>(scoped ref TVisitor visitor, Ready? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var blockIndex = value?.BlockIndex ?? 0;
            visitor.Field(1, "block_index", ref blockIndex);
            return TVisitor.Rebuilds ? new(blockIndex) : value!;
        }
    }

    /// <summary>A block has stepped.</summary>
    /// <param name="Chunk">What it saw.</param>
    public sealed record Finished(BlockChunk Chunk) : CollectorMessage, IFields<Finished>
    {
        public static new TypeName Name => new("collector-message.finished", 1);

        public override T Match<T>(
            Func<Collect, T> collect, Func<Ready, T> ready, Func<Finished, T> finished) => finished(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Collect, TOutbox> collect,
            Arm<TState, Ready, TOutbox> ready,
            Arm<TState, Finished, TOutbox> finished) => finished(in ctx, state, this, ref outbox);

        public static Finished Fields<TVisitor>(scoped ref TVisitor visitor, Finished? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var chunk = value?.Chunk;
            visitor.Record(1, "chunk", ref chunk);
            return TVisitor.Rebuilds ? new(chunk!) : value!;
        }
    }
}
