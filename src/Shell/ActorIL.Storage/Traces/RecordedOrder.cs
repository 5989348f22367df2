using ActorIL.Actors.Hosts;
using ActorIL.Actors.Traces;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Traces;

/// <summary>
/// The order in which a run of the class "arrival" took things up, read from its trace as a replay needs it.
/// </summary>
/// <param name="entries">The trace, from its beginning.</param>
public sealed class RecordedOrder(IEnumerable<Result<TraceEntry, Error>> entries) : IArrivalOrder, IDisposable
{
    private readonly IEnumerator<Result<TraceEntry, Error>> _entries = entries.GetEnumerator();

    /// <inheritdoc/>
    public Result<Arrival?, Error> Next()
    {
        while (_entries.MoveNext())
        {
            var found = _entries.Current.Map(ArrivalOf);
            if (found.Match(static arrival => arrival is not null, static _ => true))
            {
                return found;
            }
        }

        return Result.Success<Arrival?, Error>(null);
    }

    /// <inheritdoc/>
    public void Dispose() => _entries.Dispose();

    private static Arrival? ArrivalOf(TraceEntry entry) =>
        entry.Delivery is { Record: var delivery }
            ? new Arrival(delivery.Tick, new(delivery.To), new(delivery.From), delivery.Sequence)
        : entry.Event is { Kind: LifecycleRecords.Arrived } taken
            ? Arrival.Of(taken.Tick, new(taken.Actor), taken.Detail)
        : null;
}
