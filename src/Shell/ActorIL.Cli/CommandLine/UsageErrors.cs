using System.CommandLine;
using System.CommandLine.Parsing;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.CommandLine;

/// <summary>Command lines that were not understood, in the words of every other error.</summary>
internal static class UsageErrors
{
    private const string UnknownFlag = "the unknown flag";
    private const char Separator = '\u001f';

    public static ExitCode Write(Terminal terminal, ParseResult parsed)
    {
        var path = PathOf(parsed.CommandResult);
        var unmatched = parsed.UnmatchedTokens.Select(token => Unknown(token, parsed.CommandResult)).ToArray();
        var parts = Parts(parsed, path).ToArray();
        // A flag that was taken for an optional argument leaves its value over; the flag is what is wrong.
        var flags = parts.Where(part => part.Found.StartsWith(UnknownFlag, StringComparison.Ordinal)).ToArray();
        terminal.Error.Write(
            ErrorText.Render(
                flags.Length > 0 ? flags.Take(1)
                : unmatched.Length > 0 ? unmatched.Take(1)
                : parts
            )
        );
        terminal.Error.Write($"`{path} --help` shows how it is used.\n");
        terminal.Error.Flush();
        return ExitCode.Usage;
    }

    /// <summary>A value that a flag or argument does not take; <see cref="Write"/> shows it as it is.</summary>
    public static string Encode(Error error) =>
        string.Join(Separator, error.Where, error.Found, error.Wanted, error.Remedy);

    private static IEnumerable<Error> Parts(ParseResult parsed, string path) =>
        parsed.Errors.Select(error =>
            error.Message.Split(Separator) is [var where, var found, var wanted, var remedy]
                ? new Error(where, found, wanted, remedy)
                : Missing(error.Message, parsed, path)
        );

    /// <summary>What is said of a token that is no verb, flag or argument here.</summary>
    public static Error Unknown(string token, CommandResult result)
    {
        var (command, path) = (result.Command, PathOf(result));
        var flags = Ancestry(result).SelectMany(owner => owner.Options).SelectMany(Names).Where(IsFlag);
        var isFlag = IsFlag(token);
        var known = isFlag ? flags.Distinct() : command.Subcommands.Select(verb => verb.Name);
        var wanted =
            isFlag || command.Subcommands.Count == 0
                ? $"the flags and arguments of `{path}`"
                : $"one of {string.Join(", ", known)}";
        var remedy = NearestName.TryFind(token, known, out var nearest)
            ? $"Did you mean {nearest}?"
            : "Remove it, or quote arguments that hold spaces.";
        return new(path, $"the unknown {(isFlag ? "flag" : "argument")} {token}", wanted, remedy);
    }

    private static Error Missing(string message, ParseResult parsed, string path)
    {
        var command = parsed.CommandResult.Command;
        var arguments = string.Join(' ', command.Arguments.Select(argument => argument.Name));
        var verbs = string.Join(", ", command.Subcommands.Select(verb => verb.Name));
        return command.Subcommands.Count > 0 ? new(path, "no verb", $"one of {verbs}", "Name one.")
            : command.Arguments.Any(argument => argument.Arity.MinimumNumberOfValues > 0)
            && parsed.CommandResult.Tokens.Count == 0
                ? new(path, $"no {arguments}", $"`{path} {arguments}`", "Complete the command.")
            : new(path, message.TrimEnd('.'), "flags with their values", "Complete the command.");
    }

    private static string PathOf(CommandResult result) =>
        string.Join(' ', Ancestry(result).Select(command => command.Name).Reverse());

    private static IEnumerable<Command> Ancestry(CommandResult innermost)
    {
        for (var result = innermost; result is not null; result = result.Parent as CommandResult)
        {
            yield return result.Command;
        }
    }

    private static IEnumerable<string> Names(Option option) => option.Aliases.Prepend(option.Name);

    private static bool IsFlag(string token) => token.StartsWith('-');
}
