using ActorIL.Core.Prelude;

namespace ActorIL.Experiments;

/// <summary>How the program of an environment in another process is run. None of it touches a digest.</summary>
/// <param name="Command">The program and its arguments; empty where there is none.</param>
/// <param name="InstanceCountMax">The most instances that a process steps in one exchange, ≥ 1.</param>
/// <param name="ProcessCountMax">The most processes, ≥ 1; null for one per processor.</param>
/// <param name="StartTimeoutSeconds">Seconds from its start to its welcome, &gt; 0.</param>
/// <param name="AnswerTimeoutSeconds">Seconds for any other answer, &gt; 0.</param>
public sealed record ExternalSettings(
    EquatableArray<string> Command,
    int InstanceCountMax,
    int? ProcessCountMax,
    double StartTimeoutSeconds,
    double AnswerTimeoutSeconds
)
{
    /// <summary>No program.</summary>
    public static ExternalSettings None => new([], 64, null, 60, 60);
}
