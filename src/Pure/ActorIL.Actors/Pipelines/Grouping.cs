using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Pipelines;

/// <summary>Groups of exactly so many inputs as they come; what is left at the end is a shorter one.</summary>
public sealed record Grouping<T>(int Count) : ITransducer<PendingItems<T>, T, ImmutableArray<T>>
    where T : IFields<T>
{
    /// <summary>Inputs a group, ≥ 1.</summary>
    public int Count { get; } =
        Count > 0 ? Count : throw new ArgumentOutOfRangeException(nameof(Count), Count, "Wanted 1 or more.");

    public PendingItems<T> Init() => new([]);

    public Emission<PendingItems<T>, ImmutableArray<T>> Step(PendingItems<T> state, T item)
    {
        var items = state.Items.Add(item);
        return items.Length == Count ? new(Init(), [items]) : new(new(items), []);
    }

    public ImmutableArray<ImmutableArray<T>> Complete(PendingItems<T> state) =>
        state.Items.IsEmpty ? [] : [state.Items];
}
