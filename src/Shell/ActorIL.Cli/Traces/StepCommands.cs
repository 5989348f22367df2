using System.Collections.Immutable;

namespace ActorIL.Cli.Traces;

/// <summary>The commands of the stepper.</summary>
internal static class StepCommands
{
    public const string Next = "next";
    public const string Back = "back";
    public const string Seek = "seek";
    public const string Until = "until";
    public const string Show = "show";
    public const string Where = "where";
    public const string Actors = "actors";
    public const string Quit = "quit";
    public const string HelpName = "help";

    public const string Help = """
        Commands: n, next [COUNT]    the next delivery
                  b, back [COUNT]    the one before
                  seek KEY           an ordinal, a round (17.3), update:N, episode:N, or a whole key
                  until EXPR         on to the next delivery with, for example: message contains rolled
                  show [full]        fields, effects, and the actor's state before and after
                  where              the causes, five back
                  actors             every living actor and the hash of its state after the round
                  q, quit            the end; help shows this

        """;

    /// <summary>Every name, for guesses.</summary>
    public static ImmutableArray<string> Names { get; } =
    [Next, Back, Seek, Until, Show, Where, Actors, Quit, HelpName];

    /// <summary>
    /// The command and what follows it; an abbreviation is written out, an empty line is the next step.
    /// </summary>
    public static (string Name, string Argument) Parse(string line)
    {
        var text = line.Trim();
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var (name, rest) = space < 0 ? (text, "") : (text[..space], text[space..].Trim());
        return (
            name switch
            {
                "" or "n" => Next,
                "b" => Back,
                "q" => Quit,
                "s" => Show,
                "w" => Where,
                "?" or "h" => HelpName,
                _ => name,
            },
            rest
        );
    }
}
