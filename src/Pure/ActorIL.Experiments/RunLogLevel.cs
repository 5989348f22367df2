namespace ActorIL.Experiments;

/// <summary>How much the console and the log show, from most to least.</summary>
public enum RunLogLevel
{
    Debug,
    Information,
    Warning,
    Error,
}
