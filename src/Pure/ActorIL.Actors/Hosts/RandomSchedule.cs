using System.Collections.Immutable;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Hosts;

/// <summary>
/// Chooses evenly at random, from a key. It keeps its choices, so that a run can be repeated from them.
/// </summary>
public sealed class RandomSchedule(RngKey key) : ISchedule
{
    private readonly List<int> _choices = [];

    /// <summary>What was chosen so far, in order.</summary>
    public ImmutableArray<int> Choices => [.. _choices];

    public int Pick(IReadOnlyList<ReadyEnvelope> ready)
    {
        var choice = Draw.Index(key, (ulong)_choices.Count, ready.Count);
        _choices.Add(choice);
        return choice;
    }
}
