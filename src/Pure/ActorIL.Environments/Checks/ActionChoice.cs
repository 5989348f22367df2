namespace ActorIL.Environments.Checks;

/// <summary>Which actions an episode of a check takes.</summary>
internal enum ActionChoice
{
    /// <summary>Uniform in the space.</summary>
    Sampled,

    /// <summary>Every component at its lower bound.</summary>
    Low,

    /// <summary>Every component at its upper bound.</summary>
    High,
}
