namespace ActorIL.Core.Experience;

/// <summary>How a step relates to the end of its episode.</summary>
public enum Ending
{
    /// <summary>The episode goes on.</summary>
    None = 0,

    /// <summary>The task itself ended; nothing follows, so nothing is bootstrapped.</summary>
    Terminated = 1,

    /// <summary>Time ran out although the task goes on; the value of the final observation is bootstrapped.</summary>
    Truncated = 2,
}
