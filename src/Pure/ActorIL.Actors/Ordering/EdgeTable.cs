using System.Runtime.CompilerServices;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Execution;

namespace ActorIL.Actors.Ordering;

/// <summary>The edges going out from one actor, found by receiver.</summary>
internal sealed class EdgeTable(ActorCell owner)
{
    private readonly Dictionary<ulong, Edge> _edges = [];
    private Edge? _last;

    /// <summary>In no particular order: nothing that is seen may depend on it.</summary>
    public Dictionary<ulong, Edge>.ValueCollection All => _edges.Values;

    /// <summary>All edges in the order of their receivers' ids.</summary>
    public Edge[] InOrder()
    {
        Edge[] edges = [.. _edges.Values];
        Array.Sort(edges, static (left, right) => left.To.CompareTo(right.To));
        return edges;
    }

    /// <summary>Whether this very edge is the one known to its receiver's id.</summary>
    public bool Holds(Edge edge) => _edges.TryGetValue(edge.To.Value, out var known) && known == edge;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Edge FindOrAdd(ActorId to) => _last is { } last && last.To == to ? last : Found(to);

    private Edge Found(ActorId to)
    {
        if (!_edges.TryGetValue(to.Value, out var edge))
        {
            edge = new(owner, to);
            _edges.Add(to.Value, edge);
        }

        return _last = edge;
    }

    /// <summary>
    /// Forgets an edge. A receiver that came back under its path has another one by now, which must stay.
    /// </summary>
    public void Remove(Edge edge)
    {
        if (Holds(edge))
        {
            _edges.Remove(edge.To.Value);
            _last = _last == edge ? null : _last;
        }
    }
}
