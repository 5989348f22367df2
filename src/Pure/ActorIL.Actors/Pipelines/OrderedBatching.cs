using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Pipelines;

/// <summary>
/// Batches of one input from each of so many sources, in the order of the sources whatever order they came in. An input
/// of a source that is already in the batch waits for the next one.
/// </summary>
/// <param name="Count">Sources, ≥ 1.</param>
/// <param name="IndexOf">The source of an input, in [0, Count).</param>
public sealed record OrderedBatching<T>(int Count, Func<T, int> IndexOf)
    : ITransducer<PendingItems<T>, T, ImmutableArray<T>>
    where T : IFields<T>
{
    public PendingItems<T> Init() => new([]);

    /// <exception cref="ArgumentOutOfRangeException">The input comes from no source there is.</exception>
    public Emission<PendingItems<T>, ImmutableArray<T>> Step(PendingItems<T> state, T item)
    {
        var index = IndexOf(item);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        var items = state.Items.Add(item);
        var batch = Take(items);
        return batch.Length == Count ? new(new(Without(items, batch)), [batch]) : new(new(items), []);
    }

    /// <summary>What is left, as batches that lack some source.</summary>
    public ImmutableArray<ImmutableArray<T>> Complete(PendingItems<T> state)
    {
        var batches = ImmutableArray.CreateBuilder<ImmutableArray<T>>();
        for (var items = state.Items; !items.IsEmpty; items = Without(items, batches[^1]))
        {
            batches.Add(Take(items));
        }

        return batches.ToImmutable();
    }

    /// <summary>The oldest item of each source, in the order of the sources.</summary>
    private ImmutableArray<T> Take(ImmutableArray<T> items)
    {
        var batch = ImmutableArray.CreateBuilder<T>(Count);
        for (var index = 0; index < Count; index++)
        {
            var found = FirstOf(items, index);
            if (found >= 0)
            {
                batch.Add(items[found]);
            }
        }

        return batch.ToImmutable();
    }

    private ImmutableArray<T> Without(ImmutableArray<T> items, ImmutableArray<T> batch)
    {
        var rest = items;
        foreach (var item in batch)
        {
            rest = rest.RemoveAt(FirstOf(rest, IndexOf(item)));
        }

        return rest;
    }

    private int FirstOf(ImmutableArray<T> items, int index)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (IndexOf(items[i]) == index)
            {
                return i;
            }
        }

        return -1;
    }
}
