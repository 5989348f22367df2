using System.Collections.Immutable;

namespace ActorIL.Actors.Hosts;

/// <summary>
/// Repeats choices made before; past their end, and where there are fewer to choose from, the first in key order.
/// </summary>
/// <remarks>Leaving choices out, or making them 0, is how a failing schedule is made smaller.</remarks>
public sealed class GivenSchedule(ImmutableArray<int> choices) : IRecordedSchedule
{
    private readonly ChoiceLog _log = new();

    /// <inheritdoc/>
    public ImmutableArray<int> Choices => _log.Choices;

    /// <inheritdoc/>
    public int ChoiceCount => _log.Count;

    public int Pick(IReadOnlyList<ReadyEnvelope> ready) => ready.Count == 1 ? 0 : _log.Add(Choice(ready.Count));

    private int Choice(int readyCount)
    {
        var choice = _log.Count < choices.Length ? choices[_log.Count] : 0;
        return choice < readyCount ? choice : 0;
    }
}
