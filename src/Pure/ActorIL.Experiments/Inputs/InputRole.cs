namespace ActorIL.Experiments.Inputs;

/// <summary>What a file is to a run that reads it.</summary>
public enum InputRole
{
    /// <summary>The expert: a policy.</summary>
    Expert,

    /// <summary>What the actor of PPO starts as: a policy.</summary>
    Start,

    /// <summary>What a clone learns from: a data set.</summary>
    Demonstrations,
}
