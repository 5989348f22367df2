using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Supervision;

namespace ActorIL.Actors.Execution;

/// <summary>How a throw becomes a failure that can be supervised.</summary>
internal static class StepFailure
{
    /// <summary>What no supervisor can answer: the run itself is at an end.</summary>
    public static bool IsFatal(Exception exception) =>
        exception is OutOfMemoryException or AccessViolationException or InsufficientExecutionStackException;

    /// <summary>Throws where the plan says so.</summary>
    public static void Inject(FaultSchedule faults, long index, ref StepRecord record)
    {
        if (faults.Has(index, FaultKind.Failure))
        {
            record.IsFailureInjected = true;
            throw new InjectedFailureException();
        }
    }

    /// <summary>Notes the failure of a step. The actor takes nothing more in this round.</summary>
    public static void Note(ref Envelope envelope, ref StepRecord record, StepWorker worker, Exception exception)
    {
        var cell = record.Cell!;
        worker.Effects.Truncate(record.EffectStart);
        record.EffectEnd = record.EffectStart;
        var hasMessage = envelope.IsApplication;
        if (hasMessage && !record.IsCounted)
        {
            record.EntryHash = worker.EntryHash(in envelope, cell.MessageHash, payloadHash: 0);
            record.IsCounted = true;
        }

        cell.IsFailing = true;
        record.Status = StepStatus.Failed;
        record.Detail = Of(cell, in envelope, worker, exception);
    }

    /// <summary>The failure of a step, as its supervisor sees it.</summary>
    public static Failure Of(ActorCell cell, in Envelope envelope, StepWorker worker, Exception exception) =>
        new(
            cell.Id,
            cell.Id,
            cell.Path,
            worker.Tick,
            StageOf(envelope.Kind),
            envelope.IsApplication ? cell.MessageType.Name.ToString() : "",
            CauseOf(exception),
            exception.Message
        );

    private static string CauseOf(Exception exception) =>
        exception switch
        {
            RefusedStepException => "RefusedStep",
            InjectedFailureException => "InjectedFailure",
            _ => exception.GetType().Name,
        };

    private static FailureStage StageOf(EnvelopeKind kind) =>
        kind switch
        {
            EnvelopeKind.Message => FailureStage.Message,
            EnvelopeKind.Timer => FailureStage.Timer,
            EnvelopeKind.Reply or EnvelopeKind.AskTimeout or EnvelopeKind.AskDead => FailureStage.AskOutcome,
            EnvelopeKind.External => FailureStage.ExternalOutcome,
            EnvelopeKind.Notice => FailureStage.Notice,
            EnvelopeKind.Reconfigure => FailureStage.Reconfigure,
            EnvelopeKind.Start => FailureStage.Init,
            EnvelopeKind.Failure => FailureStage.Supervise,
        };
}
