using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;

namespace ActorIL.Cli.CommandLine;

/// <summary>The flags that several verbs share. Each verb makes its own, since a flag belongs to one command.</summary>
internal static class Flags
{
    public const string JsonName = "--json";
    public const string SeedName = "--seed";
    public const string WorkersName = "--workers";
    public const string HostName = "--host";
    public const string SetName = "--set";
    public const string OutName = "--out";

    private const int WorkerCountMax = 1_024;

    public static Option<bool> Json() =>
        new(JsonName) { Description = "Print one JSON object on the output; progress goes to the error stream." };

    public static Option<ulong?> Seed(string description) =>
        new(SeedName)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result => Number(result, SeedName, ulong.MinValue, ulong.MaxValue),
        };

    /// <summary>The text of a worker count: a number, or "auto".</summary>
    public static Option<string?> Workers() =>
        new(WorkersName)
        {
            Description = "Worker threads, or `auto` for one per processor. Changes no result.",
            HelpName = "N",
            CustomParser = result =>
                Token(result) == "auto"
                    ? "auto"
                    : Number(result, WorkersName, 1, WorkerCountMax, "\"auto\" or ")
                        ?.ToString(CultureInfo.InvariantCulture),
        };

    public static Option<string?> Host() =>
        new(HostName)
        {
            Description =
                "Who runs the actors: `parallel` (worker threads), `simulation` (one thread), or a plug-in's.",
            HelpName = "NAME",
            CustomParser = result =>
                Token(result).Length > 0
                    ? Token(result)
                    : Reject<string?>(result, HostName, "the name of a host", "Name one, or leave the flag out."),
        };

    public static Option<string[]> Set()
    {
        var set = new Option<string[]>(SetName)
        {
            Description = "Set a key over the file, such as ppo.steps=1000. May be repeated; the last one wins.",
            HelpName = "KEY=VALUE",
            AllowMultipleArgumentsPerToken = false,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
        };
        set.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            {
                result.AddError(
                    UsageErrors.Encode(
                        new Error(SetName, "an empty setting", "KEY=VALUE", "Name the key and its value.")
                    )
                );
            }
        });
        return set;
    }

    public static Option<string?> Out(string description) =>
        new(OutName)
        {
            Description = description,
            HelpName = "FOLDER",
            CustomParser = result =>
                Token(result).Length > 0
                    ? Token(result)
                    : Reject<string?>(result, OutName, "a folder", "Name a folder, or leave the flag out."),
        };

    /// <summary>What a flag of its own sets; nothing where it was not typed.</summary>
    public static ImmutableArray<ConfigurationOverride> Override(string flag, string path, string? text) =>
        text is null ? [] : [ConfigurationOverride.OfText(path, text, $"{flag} {text}")];

    public static Option<int?> Count(string name, string description, int least, int most) =>
        new(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result => (int?)Number(result, name, (ulong)least, (ulong)most),
        };

    private static ulong? Number(ArgumentResult result, string flag, ulong least, ulong most, string or = "")
    {
        var isNumber = ulong.TryParse(Token(result), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber && number >= least && number <= most
            ? number
            : Reject<ulong?>(
                result,
                flag,
                string.Create(CultureInfo.InvariantCulture, $"{or}a whole number from {least} to {most}"),
                "Correct the value."
            );
    }

    private static string Token(ArgumentResult result) => result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";

    private static T? Reject<T>(ArgumentResult result, string flag, string wanted, string remedy)
    {
        result.AddError(UsageErrors.Encode(new Error(flag, $"\"{Token(result)}\"", wanted, remedy)));
        return default;
    }
}
