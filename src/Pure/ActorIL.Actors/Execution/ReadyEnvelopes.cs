using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Execution;

/// <summary>
/// Which envelopes of a tick may come next: of each pair of actors the oldest, and what is released to an actor before
/// anything else to it. What has not been sent yet is not there to be chosen, so causes come first by themselves.
/// </summary>
internal sealed class ReadyEnvelopes(ISchedule schedule)
{
    private readonly List<int> _indices = [];
    private readonly List<ReadyEnvelope> _ready = [];

    /// <summary>The index of the one the schedule chooses.</summary>
    /// <param name="envelopes">All envelopes of the tick, in key order.</param>
    public int Pick(ReadOnlySpan<Envelope> envelopes)
    {
        _indices.Clear();
        _ready.Clear();
        var first = 0;
        for (var i = 0; i < envelopes.Length; i++)
        {
            first = envelopes[i].To == envelopes[first].To ? first : i;
            if (i == first || (envelopes[i].From != envelopes[i - 1].From && !envelopes[first].From.IsNone))
            {
                _indices.Add(i);
                _ready.Add(new(envelopes[i].Sender, envelopes[i].To, envelopes[i].IsApplication));
            }
        }

        var choice = schedule.Pick(_ready);
        ArgumentOutOfRangeException.ThrowIfNegative(choice);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(choice, _ready.Count);
        return _indices[choice];
    }
}
