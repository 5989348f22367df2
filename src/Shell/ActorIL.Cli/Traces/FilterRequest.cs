using System.Collections.Immutable;

namespace ActorIL.Cli.Traces;

/// <summary>Which deliveries are asked for, as it was typed; null for what was not.</summary>
internal sealed record FilterRequest(string? Actor, string? Message, string? From, string? To, string? Where)
{
    /// <summary>The filter in the words of the command line; "everything" for none.</summary>
    public string Text
    {
        get
        {
            var parts = ImmutableArray.CreateRange([
                .. Part("--actor", Actor),
                .. Part("--message", Message),
                .. Part("--from", From),
                .. Part("--to", To),
                .. Part("--where", Where),
            ]);
            return parts.IsEmpty ? "everything" : string.Join(' ', parts);
        }
    }

    private static ImmutableArray<string> Part(string flag, string? value) =>
        value is null ? [] : [$"{flag} '{value}'"];
}
