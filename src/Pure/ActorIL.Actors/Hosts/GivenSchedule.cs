using System.Collections.Immutable;

namespace ActorIL.Actors.Hosts;

/// <summary>
/// Repeats choices made before; past their end, and where there are fewer to choose from, the first in key order.
/// </summary>
/// <remarks>Leaving choices out, or making them 0, is how a failing schedule is made smaller.</remarks>
public sealed class GivenSchedule(ImmutableArray<int> choices) : ISchedule
{
    private int _count;

    public int Pick(IReadOnlyList<ReadyEnvelope> ready)
    {
        var choice = _count < choices.Length ? choices[_count] : 0;
        _count++;
        return choice < ready.Count ? choice : 0;
    }
}
