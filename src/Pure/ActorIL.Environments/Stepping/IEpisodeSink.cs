using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;

namespace ActorIL.Environments.Stepping;

/// <summary>
/// Where a run of episodes puts what it sees. Episodes run interleaved; their ordinals count from 0.
/// </summary>
internal interface IEpisodeSink
{
    void Step(int ordinal, ReadOnlySpan<float> observation, ReadOnlySpan<float> action, double reward);

    void End(int ordinal, ReadOnlySpan<float> finalObservation, Ending ending, double total, int stepCount);

    /// <summary>How an episode of an environment that has outcomes came out, after its end.</summary>
    void Judge(int ordinal, Outcome outcome);
}
