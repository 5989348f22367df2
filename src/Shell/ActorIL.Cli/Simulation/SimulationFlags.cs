using System.CommandLine;
using System.CommandLine.Parsing;
using ActorIL.Actors.Exploration;
using ActorIL.Cli.CommandLine;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Simulation;

/// <summary>The flags of `actoril simulate` alone.</summary>
internal static class SimulationFlags
{
    public const string ReplayName = "--replay";
    private const string FaultsName = "--faults";

    public static Option<FaultSelection?> Faults() =>
        new(FaultsName)
        {
            Description = "Some of `crashes,failures,results`, or `none`. Default: crashes,failures.",
            HelpName = "KINDS",
            CustomParser = result => Kinds(result),
        };

    public static Option<Scenario?> Replay() =>
        new(ReplayName)
        {
            Description = "Repeat one simulation from the text that was printed.",
            HelpName = "TEXT",
            CustomParser = result =>
                ScenarioText
                    .Read(Token(result))
                    .Match<Scenario?>(
                        scenario => scenario,
                        error => Reject<Scenario?>(result, error with { Where = ReplayName })
                    ),
        };

    private static FaultSelection? Kinds(ArgumentResult result)
    {
        var kinds = Token(result).Split(',');
        var isKnown = kinds.All(kind => kind is "crashes" or "failures" or "results") || kinds is ["none"];
        return isKnown
            ? new(kinds.Contains("crashes"), kinds.Contains("failures"), kinds.Contains("results"))
            : Reject<FaultSelection?>(
                result,
                new(
                    FaultsName,
                    $"\"{Token(result)}\"",
                    "some of crashes, failures and results with commas between them, or none",
                    "Correct the value."
                )
            );
    }

    private static string Token(ArgumentResult result) => result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";

    private static T? Reject<T>(ArgumentResult result, Error error)
    {
        result.AddError(UsageErrors.Encode(error));
        return default;
    }
}
