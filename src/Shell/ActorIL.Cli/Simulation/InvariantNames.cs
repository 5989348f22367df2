using ActorIL.Training.Simulation;

namespace ActorIL.Cli.Simulation;

/// <summary>Names of invariants in the output. They are a promise to scripts.</summary>
internal static class InvariantNames
{
    public static string Of(Invariant invariant) =>
        invariant switch
        {
            Invariant.Digest => "digest",
            Invariant.ResultDigest => "result_digest",
            Invariant.NothingLost => "nothing_lost",
            Invariant.NoDeadlock => "no_deadlock",
            Invariant.BoundedMailboxes => "bounded_mailboxes",
            Invariant.Liveness => "liveness",
            Invariant.NamedFailure => "named_failure",
        };
}
