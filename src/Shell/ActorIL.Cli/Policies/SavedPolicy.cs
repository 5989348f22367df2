using ActorIL.Algorithms.Policies;
using ActorIL.Core.Prelude;
using ActorIL.Environments.Configuration;

namespace ActorIL.Cli.Policies;

/// <summary>A trained policy with what is needed to use and evaluate it as its run did.</summary>
/// <param name="EnvironmentId">What it was trained for.</param>
/// <param name="Stage">Its stage in the run, such as dagger-1000.</param>
/// <param name="StageIndex">The place of the stage in the run, from 0; the last one is the run's main result.</param>
/// <param name="EvaluationSeed">The seed of the run's evaluations.</param>
/// <param name="EvaluationEpisodeCount">Episodes of the run's evaluations.</param>
/// <param name="Snapshot">Network and parameters.</param>
internal sealed record SavedPolicy(
    string EnvironmentId,
    string Stage,
    int StageIndex,
    ulong EvaluationSeed,
    int EvaluationEpisodeCount,
    PolicySnapshot Snapshot
)
{
    /// <summary>The environment's parameters that the run had set.</summary>
    public EquatableArray<ParameterSetting> Settings { get; init; } = [];

    /// <summary>
    /// What the program of the environment said of itself, where that was in another process: such an environment may
    /// have the name of a shipped one. Empty for one in this process.
    /// </summary>
    public string Outside { get; init; } = "";
}
