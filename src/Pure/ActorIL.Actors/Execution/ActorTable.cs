using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Execution;

/// <summary>
/// The living actors by id. It changes only while a round is committed, so steps may read it from any thread.
/// </summary>
internal sealed class ActorTable
{
    private readonly Dictionary<ulong, ActorCell> _cells = [];

    public int Count => _cells.Count;

    public ActorCell? Find(ActorId id) => _cells.GetValueOrDefault(id.Value);

    public void Add(ActorCell cell) => _cells.Add(cell.Id.Value, cell);

    public void Remove(ActorCell cell) => _cells.Remove(cell.Id.Value);

    public string PathOf(ActorId id) => Find(id)?.Path ?? $"<{id}>";

    /// <summary>The state of every actor as a hash, in the order of their ids.</summary>
    public ImmutableArray<ActorDigest> Digests()
    {
        var scratch = new FieldBuffer();
        return [.. InOrder().Select(cell => new ActorDigest(cell.Id, cell.Path, cell.StateHash(scratch)))];
    }

    /// <summary>All actors in the order of their ids.</summary>
    public ActorCell[] InOrder()
    {
        var cells = new ActorCell[_cells.Count];
        _cells.Values.CopyTo(cells, 0);
        Array.Sort(cells, static (left, right) => left.Id.CompareTo(right.Id));
        return cells;
    }
}
