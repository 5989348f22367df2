using System.Collections.Immutable;
using ActorIL.Actors.Traces;

namespace ActorIL.Storage.Traces.Differences;

/// <summary>The contents of the blocks that a trace named last, within bounded memory.</summary>
internal sealed class BlockMemory
{
    // 32 MiB of numbers.
    private const long ValueCountMax = 8 * 1024 * 1024;

    private readonly SortedDictionary<ulong, ImmutableArray<float>> _blocks = [];
    private readonly Queue<ulong> _order = [];
    private long _valueCount;

    public void Add(BlockRecord block)
    {
        if (!_blocks.TryAdd(block.Hash, block.Values))
        {
            return;
        }

        _order.Enqueue(block.Hash);
        _valueCount += block.Values.Length;
        while (_valueCount > ValueCountMax && _order.Count > 1)
        {
            var oldest = _order.Dequeue();
            _valueCount -= _blocks[oldest].Length;
            _blocks.Remove(oldest);
        }
    }

    public ImmutableArray<float>? Find(ulong hash) => _blocks.TryGetValue(hash, out var values) ? values : null;
}
