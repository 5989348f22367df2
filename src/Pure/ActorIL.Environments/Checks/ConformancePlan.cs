namespace ActorIL.Environments.Checks;

/// <summary>How thoroughly an environment is checked.</summary>
public sealed record ConformancePlan
{
    /// <summary>Episode i is played from the key of seed FirstSeed + i.</summary>
    public ulong FirstSeed { get; init; } = 1;

    /// <summary>Episodes played with sampled actions, ≥ 2; two more take the bounds of the action space.</summary>
    public int EpisodeCount { get; init; } = 8;

    /// <summary>Steps after which an episode is left, ≥ 1.</summary>
    public int StepCountMax { get; init; } = 1000;
}
