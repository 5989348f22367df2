using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>
/// A trace read from its start for looking at it: one that was not closed, or is damaged further on, simply ends there.
/// </summary>
/// <param name="trace">The trace; it can be read as often as needed.</param>
internal sealed class TraceScan(TraceReader trace)
{
    /// <summary>What ended the last reading early; null where nothing did.</summary>
    public Error? Problem { get; private set; }

    /// <summary>Everything the trace says, in the order of the run.</summary>
    public IEnumerable<TraceEntry> Entries()
    {
        Problem = null;
        foreach (var result in trace.Entries())
        {
            var entry = result.Match<TraceEntry?>(
                found => found,
                error =>
                {
                    Problem = error;
                    return null;
                }
            );
            if (entry is null)
            {
                yield break;
            }

            yield return entry;
        }
    }

    /// <summary>The deliveries alone.</summary>
    public IEnumerable<TraceEntry.Delivered> Deliveries() =>
        Entries().SelectMany<TraceEntry, TraceEntry.Delivered>(entry => entry.Delivery is { } one ? [one] : []);
}
