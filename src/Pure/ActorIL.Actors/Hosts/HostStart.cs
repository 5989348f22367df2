using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Snapshots;

namespace ActorIL.Actors.Hosts;

/// <summary>What a host is to run.</summary>
/// <param name="Root">The root's behaviour; where a snapshot is given, that of the run it was taken of.</param>
/// <param name="Settings">What else the run is made of.</param>
/// <param name="WorkerCount">Threads that run steps, ≥ 1.</param>
public sealed record HostStart(Behavior Root, KernelSettings Settings, int WorkerCount)
{
    /// <summary>Where to go on; null to begin.</summary>
    public SystemSnapshot? Snapshot { get; init; }

    /// <summary>What is otherwise from the snapshot on; null for nothing.</summary>
    public Reconfiguration? Reconfiguration { get; init; }

    /// <summary>
    /// The resolved configuration of the run as flat HOCON, for hosts that are configured by the same file: a line a
    /// key with its whole path, values as JSON. A section of the file that is called after the host comes last. Empty
    /// where there is none.
    /// </summary>
    public string ConfigurationText { get; init; } = string.Empty;
}
