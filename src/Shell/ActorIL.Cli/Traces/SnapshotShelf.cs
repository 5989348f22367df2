using ActorIL.Actors.Snapshots;

namespace ActorIL.Cli.Traces;

/// <summary>
/// Snapshots of a run in even distances; when there are too many, or they take too much memory, every second one goes.
/// </summary>
internal sealed class SnapshotShelf
{
    /// <summary>Snapshots kept at most.</summary>
    public const int CountMax = 64;

    /// <summary>Bytes of their states and messages kept at most.</summary>
    public const long ByteCountMax = 48 * 1024 * 1024;

    private const long FirstDistance = 16;

    private readonly SortedList<long, SystemSnapshot> _snapshots = [];
    private long _byteCount;

    /// <summary>Deliveries between two snapshots.</summary>
    public long Distance { get; private set; } = FirstDistance;

    public int Count => _snapshots.Count;

    /// <summary>Whether a snapshot after this many deliveries is worth taking.</summary>
    public bool Wants(long deliveryCount) =>
        _snapshots.Count == 0 || deliveryCount >= _snapshots.GetKeyAtIndex(_snapshots.Count - 1) + Distance;

    public void Add(SystemSnapshot snapshot)
    {
        _snapshots[snapshot.Clock.DeliveryCount] = snapshot;
        _byteCount += SizeOf(snapshot);
        while (_snapshots.Count > CountMax || (_byteCount > ByteCountMax && _snapshots.Count > 1))
        {
            Thin();
        }
    }

    private void Thin()
    {
        Distance *= 2;
        for (var index = _snapshots.Count - 1; index > 0; index--)
        {
            if (index % 2 == 1)
            {
                _byteCount -= SizeOf(_snapshots.GetValueAtIndex(index));
                _snapshots.RemoveAt(index);
            }
        }
    }

    private static long SizeOf(SystemSnapshot snapshot) =>
        snapshot.Actors.Sum(actor => (long)actor.State.Length)
        + snapshot.Queue.Sum(envelope => (long)envelope.Body.Bytes.Length)
        + snapshot.Blocks.Sum(block => (long)block.Values.Length * sizeof(float));

    /// <summary>The last snapshot of before this delivery; null for the beginning of the run.</summary>
    public SystemSnapshot? Before(long ordinal)
    {
        for (var index = _snapshots.Count - 1; index >= 0; index--)
        {
            if (_snapshots.GetKeyAtIndex(index) < ordinal)
            {
                return _snapshots.GetValueAtIndex(index);
            }
        }

        return null;
    }
}
