using System.Runtime.InteropServices;
using ActorIL.Actors.Execution;

namespace ActorIL.Actors.Ordering;

/// <summary>The edges that lead to one actor, each knowing its place so that it can be taken out at once.</summary>
internal sealed class IncomingEdges(ActorCell receiver)
{
    private readonly List<Edge> _edges = [];

    /// <summary>In no particular order: nothing that is seen may depend on it.</summary>
    public ReadOnlySpan<Edge> All => CollectionsMarshal.AsSpan(_edges);

    public void Add(Edge edge)
    {
        edge.Receiver = receiver;
        edge.IncomingIndex = _edges.Count;
        _edges.Add(edge);
    }

    public void Remove(Edge edge)
    {
        var last = _edges[^1];
        _edges[edge.IncomingIndex] = last;
        last.IncomingIndex = edge.IncomingIndex;
        _edges.RemoveAt(_edges.Count - 1);
        edge.Receiver = null;
    }

    public void Clear()
    {
        foreach (var edge in _edges)
        {
            edge.Receiver = null;
        }

        _edges.Clear();
    }
}
