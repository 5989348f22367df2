using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Exploration;

/// <summary>
/// Gives every pair of sender and receiver a random priority and always takes what is ready of the highest; at a few
/// random moments the pair just taken falls below all others. A mistake that shows only when d messages are late is
/// found with a probability that falls with the d-th power of the run's length, not exponentially.
/// </summary>
/// <remarks>
/// Source: Burckhardt, Kothari, Musuvathi and Nagarakatte 2010, "A randomized scheduler with probabilistic guarantees
/// of finding bugs", with pairs of actors in the place of threads.
/// </remarks>
public sealed class PrioritySchedule : IRecordedSchedule
{
    // Random priorities have this bit, those of fallen pairs have not.
    private const ulong Unfallen = 1UL << 63;

    private readonly RngKey _priorities;
    private readonly ulong[] _changes;
    private readonly Dictionary<(ulong From, ulong To), ulong> _priorityByPair = [];
    private readonly ChoiceLog _log = new();
    private ulong _fallenNext;

    /// <param name="key">Where priorities and moments come from.</param>
    /// <param name="changeCount">Moments at which a pair falls, ≥ 0.</param>
    /// <param name="choiceCount">Choices a run is expected to have, ≥ 1: the moments are among them.</param>
    public PrioritySchedule(RngKey key, int changeCount, int choiceCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(changeCount);
        _priorities = key.Fold("priorities");
        var moments = key.Fold("moments");
        _changes = new ulong[changeCount];
        for (var i = 0; i < changeCount; i++)
        {
            _changes[i] = (ulong)Draw.Index(moments, (ulong)i, choiceCount);
        }

        // The pair that falls last falls deepest.
        _fallenNext = (ulong)changeCount;
    }

    /// <inheritdoc/>
    public ImmutableArray<int> Choices => _log.Choices;

    /// <inheritdoc/>
    public int ChoiceCount => _log.Count;

    public int Pick(IReadOnlyList<ReadyEnvelope> ready)
    {
        if (ready.Count == 1)
        {
            return 0;
        }

        var best = Highest(ready);
        foreach (var change in _changes)
        {
            if (change == (ulong)_log.Count)
            {
                _priorityByPair[PairOf(ready[best])] = _fallenNext--;
                best = Highest(ready);
            }
        }

        return _log.Add(best);
    }

    private static (ulong From, ulong To) PairOf(ReadyEnvelope envelope) => (envelope.From.Value, envelope.To.Value);

    private int Highest(IReadOnlyList<ReadyEnvelope> ready)
    {
        var (best, highest) = (0, 0UL);
        for (var i = 0; i < ready.Count; i++)
        {
            var priority = PriorityOf(PairOf(ready[i]));
            (best, highest) = priority > highest ? (i, priority) : (best, highest);
        }

        return best;
    }

    private ulong PriorityOf((ulong From, ulong To) pair)
    {
        if (!_priorityByPair.TryGetValue(pair, out var priority))
        {
            priority = _priorities.Fold(pair.From).Fold(pair.To).Value | Unfallen;
            _priorityByPair.Add(pair, priority);
        }

        return priority;
    }
}
