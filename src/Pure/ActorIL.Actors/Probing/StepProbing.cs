using System.Collections.Immutable;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Execution;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Supervision;
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
        StepAttempt attempt = default;
        Failure? failure = null;
        try
        {
            var next = cell.Receive(message, worker);
            FieldCodec.Blocks(next, blocks);
            attempt = new(FieldCodec.Bytes(next), "", StepAttempt.EffectsOf(worker.Effects.Items[start..]));
            return next;
        }
        catch (Exception exception) when (!StepFailure.IsFatal(exception))
        {
            failure = StepFailure.Of(cell, in envelope, worker, exception);
            var text = exception is RefusedStepException ? "" : $"{exception.GetType().Name}: {exception.Message}";
            attempt = new(default, text, StepAttempt.EffectsOf(worker.Effects.Items[start..]));
            throw;
        }
        finally
        {
            var again = Again(cell, message, before, blocks, number, worker.Tick);
            worker.Observation = new(
                envelope.KeyAt(worker.Tick, worker.Micro),
                cell.Id,
                cell.Path,
                cell.Behavior.BehaviorName,
                FieldCodec.Describe<TMessage>(),
                sent,
                FieldCodec.Describe<TState>(),
                before,
                attempt.After.IsDefault ? [] : attempt.After,
                failure,
                attempt.Effects.IsDefault ? [] : attempt.Effects,
                attempt.Effects.IsDefault ? "" : attempt.Against(again),
                [.. blocks.Values]
            );
        }
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
        try
        {
            var state = FieldCodec.Read<TState>(before.AsSpan(), hash => blocks.GetValueOrDefault(hash)).Require();
            var ctx = new Ctx(cell.Id, cell.Parent?.Id ?? default, tick, cell.Key);
            var outbox = new Outbox(effects);
            var next = cell.TypedBehavior.Receive(in ctx, state, message, ref outbox);
            return new(FieldCodec.Bytes(next), "", StepAttempt.EffectsOf(effects.Items));
        }
        catch (Exception exception) when (!StepFailure.IsFatal(exception))
        {
            var text = $"{exception.GetType().Name}: {exception.Message}";
            return new(default, text, StepAttempt.EffectsOf(effects.Items));
        }
    }
}
