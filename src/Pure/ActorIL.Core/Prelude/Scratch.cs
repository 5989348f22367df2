using System.Buffers;

namespace ActorIL.Core.Prelude;

/// <summary>
/// Memory for the length of one computation, from a pool that all share: a large buffer made anew each time would cost
/// more than what is computed in it. Nothing is cleared, so whoever takes it writes before reading.
/// </summary>
/// <typeparam name="T">Numbers.</typeparam>
public readonly struct Scratch<T> : IDisposable
    where T : unmanaged
{
    private readonly T[] _items;
    private readonly int _count;

    /// <param name="count">Elements, ≥ 0.</param>
    public Scratch(int count) => (_items, _count) = (ArrayPool<T>.Shared.Rent(count), count);

    /// <summary>With a copy of <paramref name="items"/>.</summary>
    public Scratch(ReadOnlySpan<T> items)
        : this(items.Length) => items.CopyTo(Span);

    /// <summary>Shape [count].</summary>
    public Span<T> Span => _items.AsSpan(0, _count);

    /// <summary>Gives the memory back: once, and nobody holds its span any longer.</summary>
    public void Dispose() => ArrayPool<T>.Shared.Return(_items);
}
