using System.Collections.Immutable;

namespace ActorIL.Storage.Traces.Differences;

/// <summary>
/// Counts how two streams of deliveries compare, each held against the one of the same receiver, sender and sequence on
/// the other side, wherever that stands within a window.
/// </summary>
internal sealed class DeliveryAlignment(DeliveryComparison comparison)
{
    private readonly SortedDictionary<string, DeliveryCounts> _counts = new(StringComparer.Ordinal);
    private readonly AlignmentWindow _first = new();
    private readonly AlignmentWindow _second = new();

    /// <summary>By type of message.</summary>
    public ImmutableArray<(string Message, DeliveryCounts Counts)> Counts =>
        [.. _counts.Select(pair => (pair.Key, pair.Value))];

    /// <summary>Counts two that were found the same.</summary>
    public void AddSame(TraceEntry.Delivered delivered) => Count(delivered, new(1, 0, 0, 0, 0));

    /// <summary>Takes the next delivery of each side, where there is one.</summary>
    public void Add(TraceEntry.Delivered? one, TraceEntry.Delivered? other)
    {
        if (one is not null)
        {
            AddFirst(one);
        }

        if (other is not null)
        {
            AddSecond(other);
        }
    }

    /// <summary>Counts what has found no counterpart.</summary>
    public void Finish()
    {
        foreach (var left in _first.Rest())
        {
            Count(left, new(0, 0, 0, 1, 0));
        }

        foreach (var left in _second.Rest())
        {
            Count(left, new(0, 0, 0, 0, 1));
        }
    }

    private void AddFirst(TraceEntry.Delivered one)
    {
        if (_second.Take(one) is { } other)
        {
            Pair(one, other);
            return;
        }

        foreach (var left in _first.Add(one))
        {
            Count(left, new(0, 0, 0, 1, 0));
        }
    }

    private void AddSecond(TraceEntry.Delivered other)
    {
        if (_first.Take(other) is { } one)
        {
            Pair(one, other);
            return;
        }

        foreach (var left in _second.Add(other))
        {
            Count(left, new(0, 0, 0, 0, 1));
        }
    }

    private void Pair(TraceEntry.Delivered one, TraceEntry.Delivered other) =>
        Count(
            one,
            !comparison.HaveSameContent(one, other) ? new(0, 1, 0, 0, 0)
                : (one.Record.Tick, one.Record.Micro) != (other.Record.Tick, other.Record.Micro) ? new(0, 0, 1, 0, 0)
                : new(1, 0, 0, 0, 0)
        );

    private void Count(TraceEntry.Delivered delivered, DeliveryCounts counts)
    {
        var name = delivered.Channel.MessageOf(delivered.Record);
        _counts[name] = _counts.GetValueOrDefault(name) + counts;
    }
}
