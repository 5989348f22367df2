using System.Globalization;
using ActorIL.Core.Prelude;

namespace ActorIL.External;

/// <summary>What a user reads of each failure: what was wanted, and what to do.</summary>
internal static class ExternalFailureTexts
{
    public static Error Error(ExternalFailure failure)
    {
        var exit = failure.ExitCode is { } code
            ? string.Create(CultureInfo.InvariantCulture, $", exit code {code}")
            : "";
        var lines =
            failure.LastLines.Count == 0 ? "" : $" Standard error ends: {string.Join(" | ", failure.LastLines)}";
        return new(
            failure.Command,
            $"{failure.Detail} ({failure.During}{exit})",
            Wanted(failure.Kind),
            Remedy(failure.Kind) + lines
        );
    }

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

    private static string Remedy(ExternalFailureKind kind) =>
        kind switch
        {
            ExternalFailureKind.NotStarted => "Check the command: it is started without a shell.",
            ExternalFailureKind.SlowStart => "Raise the limit, or start the program by hand and see what it waits for.",
            ExternalFailureKind.Exited => "Start the program by hand and see why it ends.",
            ExternalFailureKind.TimedOut => "Raise the limit, or find out what the program waits for.",
            ExternalFailureKind.Garbage => "Let the program print to standard error: standard output is the protocol.",
            ExternalFailureKind.PartialFrame => "Write each frame as a whole, and flush it.",
            ExternalFailureKind.WrongVersion => "Take the file actoril_env.py that comes with this program.",
            ExternalFailureKind.WrongShape => "Compare the arrays with the spaces that the program announces.",
            ExternalFailureKind.Environment => "Mend the environment.",
            ExternalFailureKind.NotFinite => "Mend the environment.",
            ExternalFailureKind.Stopped => "Start it again.",
        };
}
