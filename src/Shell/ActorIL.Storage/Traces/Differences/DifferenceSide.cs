using ActorIL.Actors.Traces;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Traces.Differences;

/// <summary>
/// One of two traces, read entry by entry; what the level of the comparison leaves out is passed over.
/// </summary>
internal sealed class DifferenceSide(TraceReader trace, TraceLevel level) : IDisposable
{
    private readonly IEnumerator<Result<TraceEntry, Error>> _entries = trace.Entries().GetEnumerator();

    /// <summary>The blocks met last.</summary>
    public BlockMemory Blocks { get; } = new();

    /// <summary>What ended the reading before the end; null while nothing has.</summary>
    public Error? Problem { get; private set; }

    /// <summary>Deliveries met so far.</summary>
    public long DeliveryCount { get; private set; }

    /// <summary>The next entry that counts; null at the end.</summary>
    public TraceEntry? Next()
    {
        while (Problem is null && _entries.MoveNext())
        {
            var next = _entries.Current.Match<TraceEntry?>(
                entry => entry,
                error =>
                {
                    Problem = error;
                    return null;
                }
            );
            if (next is not null && Counts(next))
            {
                return next;
            }
        }

        return null;
    }

    /// <summary>The next delivery; null at the end.</summary>
    public TraceEntry.Delivered? NextDelivery()
    {
        for (var next = Next(); next is not null; next = Next())
        {
            if (next.Delivery is { } delivered)
            {
                return delivered;
            }
        }

        return null;
    }

    public void Dispose() => _entries.Dispose();

    private bool Counts(TraceEntry entry) =>
        entry.Match(
            delivered =>
            {
                var counts = level >= TraceLevel.Keys || delivered.Record.IsExternal;
                DeliveryCount += counts ? 1 : 0;
                return counts;
            },
            _ => true,
            _ => level >= TraceLevel.Keys,
            numbers =>
            {
                Blocks.Add(numbers.Record);
                return false;
            },
            _ => true
        );
}
