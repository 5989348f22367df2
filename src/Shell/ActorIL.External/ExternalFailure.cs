using ActorIL.Core.Prelude;

namespace ActorIL.External;

/// <summary>What a program outside did wrong, as a value: nothing that it does throws here.</summary>
/// <param name="Kind">Which way it failed.</param>
/// <param name="Command">The program, as typed.</param>
/// <param name="During">What was asked of it: start, open, reset, step, snapshot, restore.</param>
/// <param name="Detail">What was found, in words.</param>
/// <param name="ExitCode">Where it ended by itself; null while it runs, or where it was killed.</param>
/// <param name="LastLines">The end of what it wrote to standard error, bounded; empty where it wrote nothing.</param>
public sealed record ExternalFailure(
    ExternalFailureKind Kind,
    string Command,
    string During,
    string Detail,
    int? ExitCode,
    EquatableArray<string> LastLines
)
{
    /// <summary>Whether the program has ended, or was killed for this failure: it must be started anew.</summary>
    public bool IsFatal => Kind is not (ExternalFailureKind.Environment or ExternalFailureKind.NotFinite);

    /// <summary>The failure for a human, with the last lines of standard error.</summary>
    public Error Error => ExternalFailureTexts.Error(this);
}
