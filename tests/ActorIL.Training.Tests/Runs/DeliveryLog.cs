using ActorIL.Actors.Hosts;

namespace ActorIL.Training.Tests.Runs;

/// <summary>Counts the deliveries to each actor of a run.</summary>
internal sealed class DeliveryLog : IRunObserver
{
    public SortedDictionary<string, long> CountByPath { get; } = new(StringComparer.Ordinal);

    public void AfterRound(in RoundReport report)
    {
        foreach (var delivery in report.Deliveries)
        {
            var path = report.PathOf(delivery.Key.To);
            CountByPath[path] = CountByPath.GetValueOrDefault(path) + 1;
        }
    }
}
