using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces.Differences;

namespace ActorIL.Storage.Traces;

/// <summary>The parameter blocks of a trace, for who reads it in order; those met last are at hand.</summary>
/// <param name="entries">The trace from its beginning, as often as it is asked for.</param>
public sealed class TraceBlocks(Func<IEnumerable<Result<TraceEntry, Error>>> entries)
{
    private readonly BlockMemory _last = new();

    /// <summary>Takes the next block of the trace.</summary>
    public void Add(BlockRecord block) => _last.Add(block);

    /// <summary>The block of that content; null where the trace has none.</summary>
    public ParameterBlock? Find(ulong hash) =>
        (_last.Find(hash) ?? FromStart(hash)?.Values) is { } values ? ParameterBlock.Copy(values.AsSpan()) : null;

    // A block is recorded once: one that was met too long ago is looked up again.
    private BlockRecord? FromStart(ulong hash) =>
        entries()
            .Select(entry => entry.Match<BlockRecord?>(found => found.Block, _ => null))
            .FirstOrDefault(block => block?.Hash == hash);
}
