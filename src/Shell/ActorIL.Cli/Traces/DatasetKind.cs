namespace ActorIL.Cli.Traces;

/// <summary>Which data set is made of a trace.</summary>
internal enum DatasetKind
{
    /// <summary>What the expert learned from.</summary>
    Rollouts,

    /// <summary>Episodes of the expert.</summary>
    Demonstrations,

    /// <summary>Observations with the expert's actions, as DAgger asked for them.</summary>
    Labels,
}
