using ActorIL.Actors.Hosts;

namespace ActorIL.Training.Tests.Runs;

/// <summary>Keeps the deliveries of a run, and counts those to each actor.</summary>
internal sealed class DeliveryLog : IRunObserver
{
    public SortedDictionary<string, long> CountByPath { get; } = new(StringComparer.Ordinal);

    public List<Delivery> Deliveries { get; } = [];

    public void AfterRound(in RoundReport report)
    {
        foreach (var delivery in report.Deliveries)
        {
            Deliveries.Add(delivery);
            var path = report.PathOf(delivery.Key.To);
            CountByPath[path] = CountByPath.GetValueOrDefault(path) + 1;
        }
    }
}
