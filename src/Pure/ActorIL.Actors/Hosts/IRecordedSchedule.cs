using System.Collections.Immutable;

namespace ActorIL.Actors.Hosts;

/// <summary>A schedule that keeps what it chose, so that a run can be repeated and made smaller.</summary>
public interface IRecordedSchedule : ISchedule
{
    /// <summary>
    /// What was chosen so far, in order, wherever there was a choice; trailing zeros, the order of the keys, are left
    /// out.
    /// </summary>
    ImmutableArray<int> Choices { get; }

    /// <summary>How often there was a choice so far.</summary>
    int ChoiceCount { get; }
}
