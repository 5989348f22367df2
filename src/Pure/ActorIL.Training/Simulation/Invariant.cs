namespace ActorIL.Training.Simulation;

/// <summary>What must hold in every simulation of a run.</summary>
public enum Invariant
{
    /// <summary>Every delivery and all weights are those of the plain run, whatever crashes.</summary>
    Digest,

    /// <summary>Weights, evaluations and label counts are those of the plain run, in whatever order it came.</summary>
    ResultDigest,

    /// <summary>What was asked for arrives once: every label, transition, episode and demonstration.</summary>
    NothingLost,

    /// <summary>The run completes its report and nobody is left waiting.</summary>
    NoDeadlock,

    /// <summary>Mailboxes stay within the bound that the plan gives.</summary>
    BoundedMailboxes,

    /// <summary>After all faults have healed the run ends, within a multiple of the plain run's rounds.</summary>
    Liveness,

    /// <summary>A failure that nobody can repair ends the run with an error that names the actor.</summary>
    NamedFailure,
}
