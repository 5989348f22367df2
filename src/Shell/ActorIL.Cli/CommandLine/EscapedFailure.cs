using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.CommandLine;

/// <summary>What the file system refused at a place that has no error of its own, such as a closed pipe.</summary>
internal static class EscapedFailure
{
    // EPIPE and ERROR_NO_DATA: the reader of our output has gone, as in `actoril env list | head -1`.
    private const int BrokenPipe = 32;
    private const int NoData = unchecked((int)0x800700E8);

    public static ExitCode Write(Terminal terminal, Exception failure) =>
        failure.HResult is BrokenPipe or NoData
            ? ExitCode.Error
            : terminal.Fail(
                new Error(
                    "the file system",
                    failure.Message.ReplaceLineEndings(" ").TrimEnd('.', ' '),
                    "files and terminals that can be written",
                    "Repair what the system reports, then try again."
                )
            );
}
