using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Traces;

/// <summary>
/// A trace read entry by entry, one ahead; contents of blocks are passed over, and faults that were injected.
/// </summary>
internal sealed class TraceCursor(IEnumerable<Result<TraceEntry, Error>> entries) : IDisposable
{
    private readonly IEnumerator<Result<TraceEntry, Error>> _entries = entries.GetEnumerator();
    private TraceEntry? _next;

    /// <summary>What ended the reading before the end; null while nothing has.</summary>
    public Error? Problem { get; private set; }

    /// <summary>The next entry; null at the end, or where the trace cannot be read further.</summary>
    public TraceEntry? Peek()
    {
        while (_next is null && Problem is null && _entries.MoveNext())
        {
            _next = _entries.Current.Match<TraceEntry?>(
                entry => entry.Block is null && entry.Event is not { IsInjected: true } ? entry : null,
                error =>
                {
                    Problem = error;
                    return null;
                }
            );
        }

        return _next;
    }

    /// <summary>Goes on to the entry after the next.</summary>
    public void Take() => _next = null;

    public void Dispose() => _entries.Dispose();
}
