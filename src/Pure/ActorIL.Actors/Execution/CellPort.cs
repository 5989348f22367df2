using System.Collections.Immutable;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Execution;

/// <summary>What a snapshot needs of a cell whose types it does not know.</summary>
internal abstract class CellPort
{
    /// <summary>The schema of the state.</summary>
    public abstract RecordDescription StateDescription { get; }

    /// <summary>The state, if there is one and it is of this type.</summary>
    public abstract bool TryGetState<T>(out T state);

    /// <summary>The canonical bytes of the state; none where there is no state.</summary>
    public abstract ImmutableArray<byte> StateBytes();

    /// <summary>Adds the blocks the state mentions.</summary>
    public abstract void StateBlocks(SortedDictionary<ulong, ParameterBlock> blocks);

    /// <summary>Takes a state over; the error says why these bytes are none.</summary>
    public abstract Error? TakeState(ImmutableArray<byte> bytes, Func<ulong, ParameterBlock?> blocks);

    /// <summary>The message that an outcome becomes: the body of a reply, or an external outcome.</summary>
    public abstract object MessageOf(int tag, object body);
}

/// <summary>The port of a cell of these types.</summary>
internal sealed class CellPort<TState, TMessage>(ActorCell<TState, TMessage> cell) : CellPort
    where TState : IFields<TState>
    where TMessage : class, IFields<TMessage>
{
    public override RecordDescription StateDescription => FieldCodec.Describe<TState>();

    public override bool TryGetState<T>(out T state)
    {
        var found = cell.IsStarted && cell.State is T;
        state = found ? (T)(object)cell.State : default!;
        return found;
    }

    public override ImmutableArray<byte> StateBytes() => cell.IsStarted ? FieldCodec.Bytes(cell.State) : [];

    public override void StateBlocks(SortedDictionary<ulong, ParameterBlock> blocks)
    {
        if (cell.IsStarted)
        {
            FieldCodec.Blocks(cell.State, blocks);
        }
    }

    public override Error? TakeState(ImmutableArray<byte> bytes, Func<ulong, ParameterBlock?> blocks) =>
        FieldCodec
            .Read<TState>(bytes.AsSpan(), blocks)
            .Match<Error?>(
                state =>
                {
                    cell.TakeState(state);
                    return null;
                },
                static error => error
            );

    public override object MessageOf(int tag, object body) =>
        body is ReplyBody reply
            ? cell.TypedBehavior.FromAsk(tag, new AskOutcome.Replied(reply.Value))
            : cell.TypedBehavior.FromPerform(tag, (ExternalOutcome)body);
}
