using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Execution;

/// <summary>Makes one envelope of a round history.</summary>
internal static class RoundCommit
{
    public static void Run(ActorSystem system, EffectBuffer effects, ref Envelope envelope, ref StepRecord record)
    {
        var cause = envelope.Cause;
        if (record.IsCounted)
        {
            cause = ++system.DeliveryCount;
            system.Chain = system.Chain.Append(record.EntryHash);
            if (system.Log.IsObserved)
            {
                Report(system, in envelope, in record);
            }
        }

        if (record.IsCrashInjected || record.IsFailureInjected)
        {
            ReportFaults(system, in envelope, in record);
        }

        if (record.Status != StepStatus.Held)
        {
            envelope.Edge?.Settle();
        }

        if (envelope.Kind != EnvelopeKind.Message && record.Status != StepStatus.Held)
        {
            AfterSpecial(system, in envelope, in record, cause);
        }

        if (record.Status == StepStatus.Done)
        {
            if (envelope is { Kind: EnvelopeKind.Message, Number: not 0 })
            {
                Requests.Taken(record.Cell!, in envelope);
            }

            EffectCommit.Run(system, effects, ref envelope, ref record, cause);
        }
        else
        {
            Exceptional(system, ref envelope, ref record, cause);
        }
    }

    private static void AfterSpecial(ActorSystem system, in Envelope envelope, in StepRecord record, long cause)
    {
        if (record.Cell is not { IsRemoved: false } cell)
        {
            return;
        }

        if (envelope.Kind == EnvelopeKind.Timer)
        {
            Timers.Repeat(system, cell, envelope.Number, cause);
        }
        else if (
            envelope.Kind
                is EnvelopeKind.Reply
                    or EnvelopeKind.AskTimeout
                    or EnvelopeKind.AskDead
                    or EnvelopeKind.External
            && record.IsCounted
        )
        {
            Requests.Close(system, cell, envelope.Number);
        }
    }

    private static void Exceptional(ActorSystem system, ref Envelope envelope, ref StepRecord record, long cause)
    {
        switch (record.Status)
        {
            case StepStatus.Failed:
                Requests.Answer(system, in envelope, cause);
                Supervisor.Fail(system, record.Cell!, (Failure)record.Detail!, cause);
                break;
            case StepStatus.Supervised:
                var failure = (Failure)envelope.Body!;
                system.Answered = Supervisor.Answer(
                    system,
                    record.Cell!,
                    in failure,
                    record.Directive,
                    envelope.Number,
                    cause
                );
                break;
            case StepStatus.DeadLetter:
                DeadLetters.Add(system, in envelope, (string)record.Detail!, cause);
                break;
            case StepStatus.Unrecorded:
                system.Outcome ??= new RunOutcome.Faulted(Unrecorded(system, in envelope, record.Cell!));
                break;
            case StepStatus.Mistyped:
                Mistyped(system, in envelope, record.Cell!);
                break;
            case StepStatus.Done or StepStatus.Held or StepStatus.Dropped:
                break;
        }
    }

    private static void Mistyped(ActorSystem system, in Envelope envelope, ActorCell cell) =>
        system.Outcome ??= new RunOutcome.Faulted(
            new Error(
                cell.Path,
                $"a {RestoredBody.TextOf(envelope.Body)} from {system.Actors.PathOf(envelope.Sender)}",
                cell.MessageType.Name.ToString(),
                "Give the sender a reference of the receiver's message type."
            )
        );

    private static Error Unrecorded(ActorSystem system, in Envelope envelope, ActorCell cell) =>
        (envelope.Body as AwaitedResult)?.Problem
        ?? new Error(
            cell.Path,
            $"no recorded result for {envelope.KeyAt(system.Tick, system.Micro)}",
            "what the recorded run was given from outside",
            "The code asks for what history did not: compare the two runs up to here."
        );

    private static void Report(ActorSystem system, in Envelope envelope, in StepRecord record)
    {
        var key = envelope.KeyAt(system.Tick, system.Micro);
        system.Log.Add(
            new Delivery(
                key,
                envelope.SentAs?.Key ?? key,
                system.DeliveryCount,
                envelope.Cause,
                record.Cell!.Behavior.BehaviorName,
                record.Cell.MessageType,
                record.PayloadHash,
                record.Message ?? (record.Cell.Understands(envelope.Body) ? envelope.Body : null),
                record.EntryHash,
                envelope.Kind == EnvelopeKind.External,
                envelope.SentTick,
                envelope.SentMicro
            )
        );
    }

    /// <summary>Says what was made to go wrong, in a delivery or in Init.</summary>
    private static void ReportFaults(ActorSystem system, in Envelope envelope, in StepRecord record)
    {
        if (record.IsCrashInjected)
        {
            system.Log.Add(system, LifecycleKind.InjectedCrash, envelope.To);
        }

        if (record.IsFailureInjected)
        {
            system.Log.Add(system, LifecycleKind.InjectedFailure, envelope.To);
        }
    }
}
