namespace ActorIL.Algorithms.Ppo;

/// <summary>How a setting changes over training.</summary>
public enum Schedule
{
    /// <summary>Not at all.</summary>
    Constant,

    /// <summary>Linearly from its value at the first update to zero after the last.</summary>
    Linear,
}
