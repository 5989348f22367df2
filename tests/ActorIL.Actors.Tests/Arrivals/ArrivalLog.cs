using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Tests.Arrivals;

/// <summary>Keeps the order in which things were taken up, and gives it again.</summary>
internal sealed class ArrivalLog : IRunObserver, IArrivalOrder
{
    private int _next;

    public List<Arrival> Arrivals { get; } = [];

    public void AfterRound(in RoundReport report)
    {
        foreach (var delivery in report.Deliveries)
        {
            Arrivals.Add(new(delivery.Key.Tick, delivery.Key.To, delivery.Key.From, delivery.Key.Sequence));
        }

        foreach (var happened in report.Events)
        {
            if (happened.Kind == LifecycleKind.Arrived)
            {
                Arrivals.Add(Arrival.Of(happened.Tick, happened.Actor, happened.Detail)!.Value);
            }
        }
    }

    public Result<Arrival?, Error> Next() =>
        Result.Success<Arrival?, Error>(_next < Arrivals.Count ? Arrivals[_next++] : null);
}
