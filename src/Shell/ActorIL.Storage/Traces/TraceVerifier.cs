using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Traces;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Traces;

/// <summary>
/// Watches a run that is computed again and holds each round against the trace. It stops asking a little after the
/// first difference: what comes next tells what kind of difference it is.
/// </summary>
public sealed class TraceVerifier : IRunObserver, IDisposable
{
    // Deliveries kept to look up causes in.
    private const int RecentCount = 65_536;

    private readonly TraceCursor _trace;
    private readonly TraceRecording _recording;
    private readonly DeliveryRecords _records;
    private readonly List<TraceEntry.Delivered> _code = [];
    private readonly Queue<TraceEntry.Delivered> _recent = [];
    private ImmutableSortedDictionary<string, ActorMark> _marks = ImmutableSortedDictionary.Create<string, ActorMark>(
        StringComparer.Ordinal
    );
    private long _boundaryCount;
    private TraceDivergence? _divergence;

    /// <param name="trace">The trace, from its beginning.</param>
    /// <param name="recording">What the trace keeps.</param>
    /// <param name="known">Actors that live before the first round: those of a fork's beginning.</param>
    public TraceVerifier(
        IEnumerable<Result<TraceEntry, Error>> trace,
        TraceRecording recording,
        ImmutableArray<ActorPathRecord> known
    )
    {
        _trace = new(trace);
        _recording = recording;
        _records = new(recording.Level);
        _records.Learn(known);
    }

    /// <summary>Deliveries that were the same, or lie before a boundary that was.</summary>
    public long SameUntil { get; private set; }

    /// <summary>
    /// The last deliveries that were the same, oldest first: where causes are looked up. Without payloads.
    /// </summary>
    public IReadOnlyCollection<TraceEntry.Delivered> Recent => _recent;

    /// <summary>What is wrong with the trace itself; null while nothing is.</summary>
    public Error? Problem => _trace.Problem;

    /// <summary>Whether there is nothing more to be learned from running on.</summary>
    public bool IsDone =>
        Problem is not null || _divergence is not null || _code.Count >= RoundDifference.LookaheadCount;

    private bool HasKeys => _recording.Level >= TraceLevel.Keys;

    private bool IsLooking => _code.Count > 0;

    /// <summary>
    /// Whether the run has come to where the recorded one was broken off, which may be before its first round.
    /// </summary>
    public bool IsAtBreak(RunProgress progress) =>
        !IsLooking
        && _divergence is null
        && _trace.Peek()?.Ending is { IsBreak: true } end
        && progress.DeliveryCount >= end.Deliveries;

    public void AfterRound(in RoundReport report)
    {
        if (IsDone)
        {
            return;
        }

        _records.Learn(in report);
        foreach (ref readonly var delivery in report.Deliveries)
        {
            if (HasKeys || delivery.IsExternal)
            {
                Compare(_records.Of(in report, in delivery), in delivery);
            }
        }

        if (HasKeys && !IsLooking)
        {
            CompareEvents(in report);
        }

        if (!IsLooking && _divergence is null)
        {
            CompareDigests(in report);
        }
    }

    /// <summary>
    /// What was found, once the run has ended or needs not go on; null where history and code are one.
    /// </summary>
    /// <param name="ending">How the run ended; null where it was stopped because enough was seen.</param>
    public TraceDivergence? Finish(EndingRecord? ending)
    {
        if (_divergence is null && IsLooking)
        {
            _divergence = OfDeliveries();
        }

        if (_divergence is null && Problem is null && ending is not null)
        {
            _divergence = OfEnding(ending);

            // A file is not sound before it was read to its end.
            while (_divergence is null && _trace.Peek() is not null)
            {
                _trace.Take();
            }
        }

        return _divergence;
    }

    public void Dispose() => _trace.Dispose();

    private void Compare(DeliveryRecord code, in Delivery delivery)
    {
        if (_divergence is not null)
        {
            return;
        }

        var here = new TraceEntry.Delivered(ChannelOf(in delivery), code);
        if (IsLooking)
        {
            _code.Add(here);
        }
        else if (_trace.Peek()?.Event is { } happened)
        {
            _divergence = OfEvents(LifecycleRecords.Text(happened), "no such event");
        }
        else if (_trace.Peek()?.Digests is { } digests)
        {
            _divergence = OfBoundary(digests);
        }
        else if (_trace.Peek()?.Delivery is { } history && AreSame(history, here))
        {
            SameUntil = code.Ordinal;
            Remember(history);
            _trace.Take();
        }
        else
        {
            _code.Add(here);
        }
    }

    private void CompareEvents(in RoundReport report)
    {
        foreach (ref readonly var happened in report.Events)
        {
            if (
                happened.Kind is LifecycleKind.InjectedCrash or LifecycleKind.InjectedFailure
                || _divergence is not null
            )
            {
                continue;
            }

            var code = LifecycleRecords.Of(in happened, _records);
            if (_trace.Peek()?.Event is { } history && history == code)
            {
                _trace.Take();
            }
            else if (Problem is null)
            {
                var found = _trace.Peek()?.Event is { } other ? LifecycleRecords.Text(other) : "no such event";
                _divergence = OfEvents(found, LifecycleRecords.Text(code));
            }
        }
    }

    private void CompareDigests(in RoundReport report)
    {
        if (UpdateBoundary.Of(in report, _recording.BoundaryOf) is not { } boundary)
        {
            return;
        }

        var code = DigestRecords.Of(in report, boundary, ++_boundaryCount);
        if (_trace.Peek()?.Digests is { } history && DigestRecords.AreSame(history, code))
        {
            _trace.Take();
            SameUntil = code.Ordinal;
            foreach (var actor in code.Actors)
            {
                _marks = _marks.SetItem(actor.Path, new(code.Ordinal, actor.StateHash));
            }
        }
        else if (Problem is null)
        {
            _divergence = OfDigests(_trace.Peek()?.Digests, code);
        }
    }

    private void Remember(TraceEntry.Delivered history)
    {
        if (_recent.Count == RecentCount)
        {
            _recent.Dequeue();
        }

        _recent.Enqueue(history with { Record = history.Record with { Payload = [] } });
    }

    private static bool AreSame(TraceEntry.Delivered history, TraceEntry.Delivered code) =>
        RoundDifference.AreSame(history.Record, code.Record) && history.Channel.Topic == code.Channel.Topic;

    private static TraceChannel ChannelOf(in Delivery delivery) =>
        new(TraceTopics.Deliveries(delivery.Role, delivery.Type.Name), delivery.Type.Name, delivery.Type.Description);

    private TraceDivergence? OfDeliveries()
    {
        var history = new List<TraceEntry.Delivered>();
        while (history.Count < RoundDifference.LookaheadCount && _trace.Peek() is { } next)
        {
            _trace.Take();
            if (next.Delivery is { } delivered)
            {
                history.Add(delivered);
            }
        }

        var difference = RoundDifference.Between(
            [.. history.Select(entry => entry.Record)],
            [.. _code.Select(entry => entry.Record)]
        );
        if (difference is null && history.Count > 0 && _code.Count > 0)
        {
            // The same in all but the channel: the receiver's behaviour or the message has another name or version.
            difference = new(DivergenceClass.Payload, history[0].Record, _code[0].Record);
        }

        return difference is null
            ? null
            : new()
            {
                Class = difference.Class,
                Recorded = difference.Recorded,
                Recomputed = difference.Recomputed,
                RecordedChannel = history
                    .FirstOrDefault(entry => ReferenceEquals(entry.Record, difference.Recorded))
                    ?.Channel,
                RecomputedChannel = _code
                    .FirstOrDefault(entry => ReferenceEquals(entry.Record, difference.Recomputed))
                    ?.Channel,
                SameUntil = SameUntil,
                Marks = _marks,
            };
    }

    private TraceDivergence OfEvents(string history, string code) =>
        new()
        {
            Class = DivergenceClass.Failure,
            History = history,
            Code = code,
            SameUntil = SameUntil,
            Marks = _marks,
        };

    private TraceDivergence OfBoundary(DigestRecord history) =>
        new()
        {
            Class = DivergenceClass.Payload,
            Boundary = string.Create(CultureInfo.InvariantCulture, $"{history.Boundary} {history.Count}"),
            History = "digests of all actors",
            Code = "no boundary there",
            SameUntil = SameUntil,
            Marks = _marks,
        };

    private TraceDivergence OfDigests(DigestRecord? history, DigestRecord code) =>
        new()
        {
            Class = DivergenceClass.Payload,
            Boundary = string.Create(CultureInfo.InvariantCulture, $"{code.Boundary} {code.Count}"),
            History = history is null ? "no digests there" : DigestRecords.Difference(history, code),
            Code = history is null ? "digests of all actors" : DigestRecords.Difference(code, history),
            SameUntil = SameUntil,
            Marks = _marks,
        };

    private TraceDivergence? OfEnding(EndingRecord code)
    {
        var next = _trace.Peek();
        if (next?.Ending is { IsBreak: true } end && (end.Deliveries, end.Chain) == (code.Deliveries, code.Chain))
        {
            // There the run was broken off; what it would have come to is not for the trace to say.
            return null;
        }

        if (next is null || next.Ending == code)
        {
            return null;
        }

        return next.Delivery is { } delivered
            ? new()
            {
                Class = DivergenceClass.Missing,
                Recorded = delivered.Record,
                RecordedChannel = delivered.Channel,
                SameUntil = SameUntil,
                Marks = _marks,
            }
            : new()
            {
                Class = next.Ending?.Outcome == code.Outcome ? DivergenceClass.Payload : DivergenceClass.Failure,
                Boundary = "the end",
                History = next.Ending?.ToString() ?? "more to come",
                Code = code.ToString(),
                SameUntil = SameUntil,
                Marks = _marks,
            };
    }
}
