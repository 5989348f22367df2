using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ActorIL.Actors.Execution;
using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Snapshots;

/// <summary>Takes the snapshot of one actor.</summary>
internal static class ActorCapture
{
    /// <summary>The tick in the key of an envelope that waits: it gets a real key when it is released.</summary>
    public const long WaitingTick = -1;

    public static ActorSnapshot Of(ActorCell cell, EnvelopeCapture envelopes)
    {
        cell.Port.StateBlocks(envelopes.Blocks);
        return new(
            cell.Id,
            cell.Parent?.Id ?? default,
            cell.Name,
            cell.Path,
            cell.Behavior.BehaviorName.ToString(),
            cell.IsStarted,
            cell.Port.StateBytes(),
            Condition(cell),
            new(Waiting(cell.Held, envelopes), Waiting(cell.Stash, envelopes), cell.StashCount),
            Ties(cell, envelopes)
        );
    }

    private static ActorCondition Condition(ActorCell cell) =>
        new(
            cell.Sequence,
            cell.Release,
            cell.NumberNext,
            cell.FailureNumber,
            cell.StartNumber,
            cell.IsFailed,
            cell.IsEscalated,
            cell.IsSuspended,
            cell.Restarts.Count,
            cell.Restarts.StartTick
        );

    private static ActorTies Ties(ActorCell cell, EnvelopeCapture envelopes) =>
        new(
            [.. cell.Children.Select(static child => unchecked((long)child.Id.Value))],
            [
                .. cell.Timers.Select(timer => new TimerSnapshot(
                    timer.Key,
                    timer.Generation,
                    timer.PeriodTicks,
                    envelopes.MessageOf(cell, timer.Message)
                )),
            ],
            [
                .. cell.Requests.Select(static request => new RequestSnapshot(
                    request.Number,
                    request.Tag,
                    request.Target
                )),
            ],
            [.. cell.AskedBy.Select(static ask => new TieSnapshot(ask.Asker, ask.Number))],
            [
                .. cell.Watches.Select(watch => new WatchSnapshot(
                    watch.Target,
                    watch.Number,
                    envelopes.MessageOf(cell, watch.Notice)
                )),
            ],
            [.. cell.Watchers.Select(static watcher => new TieSnapshot(watcher.Id, watcher.Number))],
            [.. cell.Edges.InOrder().Where(Matters).Select(Edge)]
        );

    /// <summary>An edge without grant and traffic is as good as none: the next send would make the same one.</summary>
    private static bool Matters(Edge edge) => edge.IsGranted || edge.OutstandingCount != 0;

    private static EdgeSnapshot Edge(Edge edge) =>
        new(
            edge.To,
            edge.OutstandingCount,
            edge.IsGranted ? edge.GrantedCount : 0,
            edge.IsGranted,
            edge.IsGrantStale,
            edge.Receiver is not null
        );

    private static ImmutableArray<EnvelopeSnapshot> Waiting(List<Envelope> waiting, EnvelopeCapture envelopes)
    {
        var kept = ImmutableArray.CreateBuilder<EnvelopeSnapshot>(waiting.Count);
        foreach (ref var envelope in CollectionsMarshal.AsSpan(waiting))
        {
            kept.Add(envelopes.Of(ref envelope, envelope.KeyAt(WaitingTick, 0)));
        }

        return kept.MoveToImmutable();
    }
}
