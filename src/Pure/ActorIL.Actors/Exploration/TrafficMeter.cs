using System.Collections.Immutable;
using ActorIL.Actors.Hosts;

namespace ActorIL.Actors.Exploration;

/// <summary>Counts rounds, deliveries and what waits at each actor.</summary>
/// <remarks>
/// A mailbox is what was sent to an actor and not yet handed to its behaviour, a message under way with a delay
/// included.
/// </remarks>
public sealed class TrafficMeter : IRunObserver
{
    private readonly SortedDictionary<ulong, string> _paths = [];
    private readonly SortedDictionary<string, List<Passage>> _passages = new(StringComparer.Ordinal);

    public long RoundCount { get; private set; }

    public long DeliveryCount { get; private set; }

    /// <summary>Faults that struck: path and kind of each, in order.</summary>
    public ImmutableArray<(string Path, FaultKind Kind)> Struck { get; private set; } = [];

    public void AfterRound(in RoundReport report)
    {
        RoundCount++;
        foreach (ref readonly var happened in report.Events)
        {
            if (happened.Kind == LifecycleKind.Started)
            {
                _paths[happened.Actor.Value] = happened.Detail;
            }
        }

        foreach (ref readonly var happened in report.Events)
        {
            Note(in happened);
        }

        foreach (ref readonly var delivery in report.Deliveries)
        {
            DeliveryCount = delivery.Ordinal;
            PassagesOf(_paths[delivery.Key.To.Value]).Add(new(delivery.Cause, delivery.Ordinal));
        }
    }

    /// <summary>Every actor that took part, with its deliveries.</summary>
    public ImmutableSortedDictionary<string, long> DeliveryCounts =>
        _passages.ToImmutableSortedDictionary(pair => pair.Key, pair => (long)pair.Value.Count, StringComparer.Ordinal);

    /// <summary>Deliveries to an actor among the first <paramref name="ordinal"/> of the run.</summary>
    public long CountUntil(string path, long ordinal) =>
        _passages.TryGetValue(path, out var passages) ? passages.Count(passage => passage.Taken <= ordinal) : 0;

    /// <summary>The fullest mailbox of the run, and whose it was.</summary>
    public (string Path, long MessageCount) MailboxMax()
    {
        var fullest = ("", 0L);
        foreach (var (path, passages) in _passages)
        {
            var count = MailboxMax(passages);
            fullest = count > fullest.Item2 ? (path, count) : fullest;
        }

        return fullest;
    }

    /// <summary>How many passages overlap at most, counted after each delivery.</summary>
    private static long MailboxMax(List<Passage> passages)
    {
        var sent = passages.ConvertAll(passage => passage.Sent);
        sent.Sort();
        var (sentCount, most) = (0, 0);
        for (var takenCount = 0; takenCount < passages.Count; takenCount++)
        {
            // Just before this delivery, all but those taken earlier are waiting.
            while (sentCount < sent.Count && sent[sentCount] < passages[takenCount].Taken)
            {
                sentCount++;
            }

            most = Math.Max(most, sentCount - takenCount);
        }

        return most;
    }

    private void Note(in LifecycleEvent happened)
    {
        if (happened.Kind is LifecycleKind.InjectedCrash or LifecycleKind.InjectedFailure)
        {
            var kind = happened.Kind == LifecycleKind.InjectedCrash ? FaultKind.Crash : FaultKind.Failure;
            Struck = Struck.Add((_paths[happened.Actor.Value], kind));
        }
    }

    private List<Passage> PassagesOf(string path)
    {
        if (!_passages.TryGetValue(path, out var passages))
        {
            passages = [];
            _passages.Add(path, passages);
        }

        return passages;
    }

    /// <summary>One message: sent in the step of one delivery, taken as another one.</summary>
    private readonly record struct Passage(long Sent, long Taken);
}
