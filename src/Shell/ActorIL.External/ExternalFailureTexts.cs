using System.Globalization;
using ActorIL.Core.Prelude;

namespace ActorIL.External;

/// <summary>What a user reads of each failure: what was wanted, and what to do.</summary>
internal static class ExternalFailureTexts
{
    private const string ModuleRemedy =
        "Install it for this Python, or name a Python that has it in the command, such as .venv/bin/python3.";

    private const string NotStarted =
        "Check the command, which no shell reads: the program comes first, such as [\"python3\", \"my_env.py\"].";

    public static Error Error(ExternalFailure failure)
    {
        var exit = failure.ExitCode is { } code
            ? string.Create(CultureInfo.InvariantCulture, $", exit code {code}")
            : "";
        var lines =
            failure.LastLines.Count == (Cause(failure).Length > 0 ? 1 : 0)
                ? ""
                : $" Standard error ends: {string.Join(" | ", failure.LastLines)}";
        return new(
            failure.Command,
            $"{failure.Detail} ({failure.During}{exit}){Cause(failure)}",
            Wanted(failure.Kind),
            (AsksForModule(failure) ? ModuleRemedy : Remedy(failure.Kind, failure.During)) + lines
        );
    }

    /// <summary>What ended it: the last line of a traceback says so, and the first ones do not.</summary>
    private static string Cause(ExternalFailure failure) =>
        failure is { Kind: ExternalFailureKind.Exited, LastLines: [.., var last] } ? $": {last}" : "";

    private static bool AsksForModule(ExternalFailure failure) =>
        failure is { Kind: ExternalFailureKind.Exited, LastLines: [.., var last] }
        && last.StartsWith("ModuleNotFoundError", StringComparison.Ordinal);

    private static string Wanted(ExternalFailureKind kind) =>
        kind switch
        {
            ExternalFailureKind.NotStarted => "a program that can be started",
            ExternalFailureKind.SlowStart => "a welcome within the limit",
            ExternalFailureKind.Exited => "a program that runs until it is told to end",
            ExternalFailureKind.TimedOut => "an answer within the limit",
            ExternalFailureKind.Garbage => "frames of the protocol on standard output and nothing else",
            ExternalFailureKind.PartialFrame => "whole frames",
            ExternalFailureKind.WrongVersion => "a program that speaks this version of the protocol",
            ExternalFailureKind.WrongShape => "an answer of the size that the request and the spaces say",
            ExternalFailureKind.Environment => "a step without an error",
            ExternalFailureKind.NotFinite => "finite numbers",
            ExternalFailureKind.Stopped => "a program that was not stopped",
        };

    private static string Remedy(ExternalFailureKind kind, string during) =>
        kind switch
        {
            ExternalFailureKind.NotStarted => NotStarted,
            ExternalFailureKind.SlowStart =>
                "Raise environment.start-timeout-seconds, or start the program by hand and see what it waits for.",
            ExternalFailureKind.Exited => "Start the program by hand and see why it ends.",
            ExternalFailureKind.TimedOut => during == "open"
                ? "Raise environment.start-timeout-seconds, or find out what the program waits for."
                : "Raise environment.answer-timeout-seconds, or find out what the program waits for.",
            ExternalFailureKind.Garbage => "Let the program print to standard error: standard output is the protocol.",
            ExternalFailureKind.PartialFrame => "Write each frame as a whole, and flush it.",
            ExternalFailureKind.WrongVersion => "Take the file actoril_env.py that comes with this program.",
            ExternalFailureKind.WrongShape => "Compare the arrays with the spaces that the program announces.",
            ExternalFailureKind.Environment => "Mend the environment.",
            ExternalFailureKind.NotFinite => "Mend the environment.",
            ExternalFailureKind.Stopped => "Start it again.",
        };
}
