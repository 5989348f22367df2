using ActorIL.Actors.Behaviors;
using ActorIL.Core.Fields;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Outside;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Blocks;

/// <summary>What an environment block understands.</summary>
public abstract record BlockMessage : IFields<BlockMessage>
{
    private BlockMessage() { }

    public static TypeName Name => new("block-message", 1);

    public abstract T Match<T>(Func<Collect, T> collect, Func<Stepped, T> stepped);

    public abstract TState Match<TState, TOutbox>(
        in Ctx ctx,
        TState state,
        scoped ref TOutbox outbox,
        Arm<TState, Collect, TOutbox> collect,
        Arm<TState, Stepped, TOutbox> stepped
    )
        where TOutbox : allows ref struct;

    public static BlockMessage Fields<TVisitor>(scoped ref TVisitor visitor, BlockMessage? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var collect = value as Collect;
        var stepped = value as Stepped;
        visitor.Case(1, "collect", ref collect);
        visitor.Case(2, "stepped", ref stepped);
        return TVisitor.Rebuilds ? ((BlockMessage?)collect ?? stepped)! : value!;
    }

    /// <summary>Step all environments of the block.</summary>
    /// <param name="Sequence">The request number of the collector, which the answer repeats.</param>
    /// <param name="StepCount">T, at least 1.</param>
    /// <param name="Drive">How actions are chosen.</param>
    /// <param name="Resume">Where to go on from after a failure; null to go on from the own state.</param>
    public sealed record Collect(long Sequence, int StepCount, Drive Drive, VectorSnapshot? Resume)
        : BlockMessage,
            IFields<Collect>
    {
        public static new TypeName Name => new("block-message.collect", 1);

        public override T Match<T>(Func<Collect, T> collect, Func<Stepped, T> stepped) => collect(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Collect, TOutbox> collect,
            Arm<TState, Stepped, TOutbox> stepped
        ) => collect(in ctx, state, this, ref outbox);

        public static Collect Fields<TVisitor>(scoped ref TVisitor visitor, Collect? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var sequence = value?.Sequence ?? 0L;
            var stepCount = value?.StepCount ?? 0;
            var drive = value?.Drive;
            var resume = value?.Resume;
            visitor.Field(1, "sequence", ref sequence);
            visitor.Field(2, "step_count", ref stepCount);
            visitor.Record(3, "drive", ref drive);
            visitor.Record(4, "resume", ref resume);
            return TVisitor.Rebuilds ? new(sequence, stepCount, drive!, resume) : value!;
        }
    }

    /// <summary>A chunk that was performed, of an environment in another process.</summary>
    /// <param name="Result">What came of it.</param>
    public sealed record Stepped(WorkResult<BlockChunk> Result) : BlockMessage, IFields<Stepped>
    {
        public static new TypeName Name => new("block-message.stepped", 1);

        public override T Match<T>(Func<Collect, T> collect, Func<Stepped, T> stepped) => stepped(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Collect, TOutbox> collect,
            Arm<TState, Stepped, TOutbox> stepped
        ) => stepped(in ctx, state, this, ref outbox);

        public static Stepped Fields<TVisitor>(scoped ref TVisitor visitor, Stepped? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var result = value?.Result;
            visitor.Record(1, "result", ref result);
            return TVisitor.Rebuilds ? new(result!) : value!;
        }
    }
}
