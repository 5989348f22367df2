using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Execution;
using ActorIL.Actors.Ordering;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Probing;

/// <summary>Runs a probed step: once for the run, and once more from the bytes of its state to compare.</summary>
internal static class StepProbing
{
    public static TState Run<TState, TMessage>(
        ActorCell<TState, TMessage> cell,
        TMessage message,
        in Envelope envelope,
        StepWorker worker
    )
        where TState : IFields<TState>
        where TMessage : class, IFields<TMessage>
    {
        var blocks = new SortedDictionary<ulong, ParameterBlock>();
        FieldCodec.Blocks(cell.State, blocks);
        FieldCodec.Blocks(message, blocks);
        var (before, sent) = (FieldCodec.Bytes(cell.State), FieldCodec.Bytes(message));
        var (number, start) = (cell.NumberNext, worker.Effects.Count);
        var next = cell.State;
        var thrown = ActorKernel.Attempt(() => next = cell.Call(message, worker));
        var after = thrown is null ? FieldCodec.Bytes(next) : default;
        var effects = StepAttempt.EffectsOf(worker.Effects.Items[start..]);

        // What the kernel refuses the behaviour has asked for: only that can be compared.
        var attempt = new StepAttempt(after, thrown is RefusedStepException ? "" : StepAttempt.TextOf(thrown), effects);
        var again = Again(cell, message, before, blocks, number, worker.Tick);
        if (thrown is null)
        {
            FieldCodec.Blocks(next, blocks);
        }

        worker.Observation = new(
            envelope.KeyAt(worker.Tick, worker.Micro),
            cell.Id,
            cell.Path,
            cell.Behavior.BehaviorName,
            FieldCodec.Describe<TMessage>(),
            sent,
            FieldCodec.Describe<TState>(),
            before,
            after.IsDefault ? [] : after,
            thrown is null ? null : StepFailure.Of(cell, in envelope, worker, thrown),
            effects,
            attempt.Against(again),
            [.. blocks.Values]
        );
        if (thrown is not null)
        {
            ExceptionDispatchInfo.Throw(thrown);
        }

        return next;
    }

    /// <summary>The step once more, its effects for nobody.</summary>
    private static StepAttempt Again<TState, TMessage>(
        ActorCell<TState, TMessage> cell,
        TMessage message,
        ImmutableArray<byte> before,
        SortedDictionary<ulong, ParameterBlock> blocks,
        long number,
        long tick
    )
        where TState : IFields<TState>
        where TMessage : class, IFields<TMessage>
    {
        var effects = new EffectBuffer { AskNumberNext = number };
        ImmutableArray<byte> after = default;
        var thrown = ActorKernel.Attempt(() =>
        {
            var state = FieldCodec.Read<TState>(before.AsSpan(), hash => blocks.GetValueOrDefault(hash)).Require();
            var ctx = new Ctx(cell.Id, cell.Parent?.Id ?? default, tick, cell.Key);
            var outbox = new Outbox(effects);
            after = FieldCodec.Bytes(cell.TypedBehavior.Receive(in ctx, state, message, ref outbox));
        });
        return new(after, StepAttempt.TextOf(thrown), StepAttempt.EffectsOf(effects.Items));
    }
}
