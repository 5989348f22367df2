using ActorIL.Actors.Effects;
using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Execution;

/// <summary>Looks up what a timer, notice or outcome is about. What was cancelled meanwhile is dropped.</summary>
internal static class EnvelopeOpening
{
    private static readonly AskOutcome TimedOut = new AskOutcome.TimedOut();
    private static readonly AskOutcome Dead = new AskOutcome.Dead();

    public static object? Timer(ActorCell cell, ref Envelope envelope, ref StepRecord record)
    {
        for (var i = 0; i < cell.Timers.Count; i++)
        {
            var timer = cell.Timers[i];
            if (timer.Generation == envelope.Number)
            {
                if (timer.PeriodTicks == 0)
                {
                    cell.Timers.RemoveAt(i);
                }

                return timer.Message;
            }
        }

        record.Status = StepStatus.Dropped;
        return null;
    }

    public static object? Notice(ActorCell cell, ref Envelope envelope, ref StepRecord record)
    {
        for (var i = 0; i < cell.Watches.Count; i++)
        {
            var watch = cell.Watches[i];
            if (watch.Number == envelope.Number)
            {
                cell.Watches.RemoveAt(i);
                return watch.Notice;
            }
        }

        record.Status = StepStatus.Dropped;
        return null;
    }

    public static bool TryAsk(
        ActorCell cell,
        ref Envelope envelope,
        ref StepRecord record,
        out int tag,
        out AskOutcome outcome
    )
    {
        outcome =
            envelope.Body is ReplyBody reply ? new AskOutcome.Replied(reply.Value)
            : envelope.Kind == EnvelopeKind.AskTimeout ? TimedOut
            : Dead;
        return TryClose(cell, ref envelope, ref record, out tag);
    }

    public static bool TryExternal(
        ActorCell cell,
        ref Envelope envelope,
        ref StepRecord record,
        out int tag,
        out ExternalOutcome outcome
    )
    {
        outcome = (ExternalOutcome)envelope.Body!;
        return TryClose(cell, ref envelope, ref record, out tag);
    }

    /// <summary>An outcome that a snapshot keeps as the message it becomes.</summary>
    public static object? Restored(ActorCell cell, ref Envelope envelope, ref StepRecord record) =>
        TryClose(cell, ref envelope, ref record, out _) ? ((RestoredBody)envelope.Body!).Message : null;

    /// <summary>An outcome that history does not have: the replay is at an end, if anybody waits for it.</summary>
    public static object? Unrecorded(ActorCell cell, ref Envelope envelope, ref StepRecord record)
    {
        if (TryClose(cell, ref envelope, ref record, out _))
        {
            record.Status = StepStatus.Unrecorded;
        }

        return null;
    }

    /// <summary>
    /// Closes the request of an outcome; the commit removes it. A time-out or a death after its reply is no news,
    /// unless both came in one round; any other outcome without a request is a dead letter.
    /// </summary>
    private static bool TryClose(ActorCell cell, ref Envelope envelope, ref StepRecord record, out int tag)
    {
        var index = Requests.IndexOf(cell, envelope.Number);
        tag = 0;
        if (index >= 0 && !cell.Requests[index].IsClosed)
        {
            tag = cell.Requests[index].Tag;
            cell.Requests[index] = cell.Requests[index] with { IsClosed = true };
            return true;
        }

        var isNoNews = index < 0 && envelope.Kind is (EnvelopeKind.AskTimeout or EnvelopeKind.AskDead);
        record.Status = isNoNews ? StepStatus.Dropped : StepStatus.DeadLetter;
        record.Detail = "The ask has had its outcome, or was given up.";
        return false;
    }
}
