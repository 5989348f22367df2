namespace ActorIL.Cli.Progress;

/// <summary>Shows how a run goes while it goes.</summary>
internal interface IRunView
{
    /// <summary>
    /// Writes a whole line, such as one of the log, where the display does not disturb it; null if no display
    /// does.
    /// </summary>
    Action<string>? Line { get; }

    /// <summary>Shows what <paramref name="run"/> reports until it returns.</summary>
    T Watch<T>(RunStatus start, Func<Action<RunStatus>, T> run);
}
