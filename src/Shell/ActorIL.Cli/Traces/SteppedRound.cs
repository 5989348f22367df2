using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Traces;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Keeps the deliveries of the last round that had some.</summary>
internal sealed class SteppedRound : IRunObserver
{
    private readonly DeliveryRecords _records = new(TraceLevel.Full);

    /// <summary>The deliveries in their order, whole; empty before the first round.</summary>
    public ImmutableArray<TraceEntry.Delivered> Deliveries { get; private set; } = [];

    /// <summary>Paths of the actors seen so far, by id.</summary>
    public ImmutableArray<ActorPathRecord> Paths => _records.Paths;

    /// <summary>Takes up what is known before the first round.</summary>
    public void Learn(ImmutableArray<ActorPathRecord> paths) => _records.Learn(paths);

    public void AfterRound(in RoundReport report)
    {
        _records.Learn(in report);
        if (report.Deliveries.IsEmpty)
        {
            return;
        }

        var deliveries = ImmutableArray.CreateBuilder<TraceEntry.Delivered>(report.Deliveries.Length);
        foreach (ref readonly var delivery in report.Deliveries)
        {
            var channel = new TraceChannel(
                TraceTopics.Deliveries(delivery.Role, delivery.Type.Name),
                delivery.Type.Name,
                delivery.Type.Description
            );
            deliveries.Add(new(channel, _records.Of(in report, in delivery)));
        }

        Deliveries = deliveries.MoveToImmutable();
    }
}
