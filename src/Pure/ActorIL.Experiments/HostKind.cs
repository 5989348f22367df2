namespace ActorIL.Experiments;

/// <summary>The hosts a run can be carried out by.</summary>
public enum HostKind
{
    /// <summary>Worker threads.</summary>
    Parallel,

    /// <summary>One thread.</summary>
    Simulation,
}
