using System.Collections.Immutable;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Traces;
using ActorIL.Core.Hashing;

namespace ActorIL.Storage.Traces;

/// <summary>What has been read of one chunk.</summary>
internal sealed class ChunkState
{
    private readonly List<ulong> _hashes = [];
    private long _firstOrdinal;
    private long _lastOrdinal;

    public ImmutableArray<TraceEntry>.Builder Entries { get; } = ImmutableArray.CreateBuilder<TraceEntry>();

    /// <summary>How the chunk ends; null before its end.</summary>
    public ChainRecord? End { get; set; }

    /// <summary>
    /// Whether every delivery the chunk stands for is there: at level seed only what came from outside is.
    /// </summary>
    public bool IsComplete =>
        End is { } end
        && _hashes.Count == end.LastOrdinal - end.FirstOrdinal + 1
        && (_hashes.Count == 0 || (_firstOrdinal == end.FirstOrdinal && _lastOrdinal == end.LastOrdinal));

    /// <summary>Takes a delivery; false where it does not follow on the one before.</summary>
    public bool Take(TraceEntry.Delivered delivered)
    {
        var record = delivered.Record;
        if (_hashes.Count > 0 && record.Ordinal <= _lastOrdinal)
        {
            return false;
        }

        _firstOrdinal = _hashes.Count == 0 ? record.Ordinal : _firstOrdinal;
        _lastOrdinal = record.Ordinal;
        _hashes.Add(DeliveryHash.Of(record.Key, delivered.Channel.Message.Hash, record.PayloadHash));
        Entries.Add(delivered);
        return true;
    }

    /// <summary>The chain after the deliveries.</summary>
    public HashChain Chain(HashChain before)
    {
        foreach (var hash in _hashes)
        {
            before = before.Append(hash);
        }

        return before;
    }
}
