using System.Collections.Immutable;

namespace ActorIL.Actors.Driving;

/// <summary>What came of driving an actor past its history.</summary>
public sealed record DriveReport
{
    /// <summary>Messages it was handed.</summary>
    public required long InputCount { get; init; }

    /// <summary>Messages it sent that history has too, the same.</summary>
    public required long SameCount { get; init; }

    /// <summary>Messages it sent that nobody took, or that were to arrive after the end.</summary>
    public required long UndeliveredCount { get; init; }

    /// <summary>Everything that came otherwise.</summary>
    public required long MismatchCount { get; init; }

    /// <summary>The first of them.</summary>
    public required ImmutableArray<DriveMismatch> Mismatches { get; init; }

    /// <summary>Failures in history that the code had too, or that the system caused.</summary>
    public required long FailureCount { get; init; }

    /// <summary>The hash of its state at the end.</summary>
    public required ulong StateHash { get; init; }

    /// <summary>State digests of the trace that were compared.</summary>
    public required long DigestCount { get; init; }

    /// <summary>Whether the code did all that history says, and nothing else.</summary>
    public bool IsSame => MismatchCount == 0;
}
