using System.Collections.Immutable;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Hosts;

/// <summary>Chooses evenly at random, from a key.</summary>
public sealed class RandomSchedule(RngKey key) : IRecordedSchedule
{
    private readonly ChoiceLog _log = new();

    /// <inheritdoc/>
    public ImmutableArray<int> Choices => _log.Choices;

    /// <inheritdoc/>
    public int ChoiceCount => _log.Count;

    public int Pick(IReadOnlyList<ReadyEnvelope> ready) =>
        ready.Count == 1 ? 0 : _log.Add(Draw.Index(key, (ulong)_log.Count, ready.Count));
}
