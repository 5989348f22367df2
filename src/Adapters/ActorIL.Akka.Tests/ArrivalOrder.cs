using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;

namespace ActorIL.Akka.Tests;

/// <summary>Keeps the order in which things were taken up, and gives it again.</summary>
internal sealed class ArrivalOrder : IRunObserver, IArrivalOrder
{
    private readonly List<Arrival> _arrivals = [];
    private int _next;

    public List<ulong> Entries { get; } = [];

    public int Count => _arrivals.Count;

    public void AfterRound(in RoundReport report)
    {
        foreach (var delivery in report.Deliveries)
        {
            _arrivals.Add(new(delivery.Key.Tick, delivery.Key.To, delivery.Key.From, delivery.Key.Sequence));
            Entries.Add(delivery.EntryHash);
        }

        foreach (var happened in report.Events)
        {
            if (happened.Kind == LifecycleKind.Arrived)
            {
                _arrivals.Add(Arrival.Of(happened.Tick, happened.Actor, happened.Detail)!.Value);
            }
        }
    }

    public Result<Arrival?, Error> Next() =>
        Result.Success<Arrival?, Error>(_next < _arrivals.Count ? _arrivals[_next++] : null);
}
