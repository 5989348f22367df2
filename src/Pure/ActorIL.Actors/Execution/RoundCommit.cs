using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Execution;

/// <summary>Makes one envelope of a round history.</summary>
internal static class RoundCommit
{
    public static void Run(KernelState state, ref Envelope envelope, ref StepRecord record)
    {
        var cause = envelope.Cause;
        if (record.IsCounted)
        {
            cause = ++state.DeliveryCount;
            state.Chain = state.Chain.Append(record.EntryHash);
            if (state.Log.IsObserved)
            {
                Report(state, in envelope, in record);
            }
        }

        if (record.Status != StepStatus.Held)
        {
            envelope.Edge?.Settle();
        }

        if (envelope.Kind != EnvelopeKind.Message && record.Status != StepStatus.Held)
        {
            AfterSpecial(state, in envelope, in record, cause);
        }

        if (record.Status == StepStatus.Done)
        {
            if (envelope is { Kind: EnvelopeKind.Message, Number: not 0 })
            {
                Requests.Taken(record.Cell!, in envelope);
            }

            EffectCommit.Run(state, ref envelope, ref record, cause);
        }
        else
        {
            Exceptional(state, ref envelope, ref record, cause);
        }
    }

    private static void AfterSpecial(KernelState state, in Envelope envelope, in StepRecord record, long cause)
    {
        if (record.Cell is not { IsRemoved: false } cell)
        {
            return;
        }

        if (envelope.Kind == EnvelopeKind.Timer)
        {
            Timers.Repeat(state, cell, envelope.Number, cause);
        }
        else if (envelope.Kind is EnvelopeKind.Reply or EnvelopeKind.AskTimeout or EnvelopeKind.AskDead or EnvelopeKind.External
            && record.IsCounted)
        {
            Requests.Close(state, cell, envelope.Number);
        }
    }

    private static void Exceptional(KernelState state, ref Envelope envelope, ref StepRecord record, long cause)
    {
        switch (record.Status)
        {
            case StepStatus.Failed:
                Requests.Answer(state, in envelope, cause);
                Supervisor.Fail(state, record.Cell!, (Failure)record.Detail!, cause);
                break;
            case StepStatus.Supervised:
                var failure = (Failure)envelope.Body!;
                Supervisor.Answer(state, record.Cell!, in failure, record.Directive, envelope.Number, cause);
                break;
            case StepStatus.DeadLetter:
                DeadLetters.Add(state, in envelope, (string)record.Detail!, cause);
                break;
            case StepStatus.Mistyped:
                Mistyped(state, in envelope, record.Cell!);
                break;
            case StepStatus.Done or StepStatus.Held or StepStatus.Dropped:
                break;
        }
    }

    private static void Mistyped(KernelState state, in Envelope envelope, ActorCell cell) =>
        state.Outcome ??= new RunOutcome.Faulted(new Error(
            cell.Path,
            $"a {envelope.Body?.GetType().Name} from {state.Actors.PathOf(envelope.Sender)}",
            cell.MessageName.ToString(),
            "Give the sender a reference of the receiver's message type."));

    private static void Report(KernelState state, in Envelope envelope, in StepRecord record)
    {
        var key = envelope.KeyAt(state.Tick, state.Micro);
        state.Log.Add(new Delivery(
            key,
            envelope.SentAs?.Key ?? key,
            state.DeliveryCount,
            envelope.Cause,
            record.Cell!.MessageName,
            record.PayloadHash,
            record.Message ?? envelope.Body!,
            record.EntryHash));
        if (record.IsCrashInjected)
        {
            state.Log.Add(state, LifecycleKind.InjectedCrash, envelope.To);
        }

        if (record.IsFailureInjected)
        {
            state.Log.Add(state, LifecycleKind.InjectedFailure, envelope.To);
        }
    }
}
