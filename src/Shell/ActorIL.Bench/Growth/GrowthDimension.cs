namespace ActorIL.Bench.Growth;

/// <summary>What grows from row to row.</summary>
public enum GrowthDimension
{
    /// <summary>Parallel environments, and rollouts with them.</summary>
    Environments,

    /// <summary>Units of each hidden layer of both networks.</summary>
    Width,

    /// <summary>Environment steps since the start of one long training.</summary>
    RunLength,
}
