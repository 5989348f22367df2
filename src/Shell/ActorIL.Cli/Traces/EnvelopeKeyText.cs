using System.Globalization;
using System.Text.RegularExpressions;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Ordering;

namespace ActorIL.Cli.Traces;

/// <summary>Keys of envelopes read back from their text, as in <c>17.3 ab..->cd..#7</c>.</summary>
internal static partial class EnvelopeKeyText
{
    /// <summary>The key; null for any other text.</summary>
    public static EnvelopeKey? TryParse(string text)
    {
        var match = Form().Match(text);
        return
            match.Success
            && long.TryParse(match.Groups["tick"].ValueSpan, CultureInfo.InvariantCulture, out var tick)
            && int.TryParse(match.Groups["micro"].ValueSpan, CultureInfo.InvariantCulture, out var micro)
            && long.TryParse(match.Groups["sequence"].ValueSpan, CultureInfo.InvariantCulture, out var sequence)
            ? new(tick, micro, Actor(match.Groups["to"]), Actor(match.Groups["from"]), sequence)
            : null;
    }

    private static ActorId Actor(Group digits) =>
        new(ulong.Parse(digits.ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    [GeneratedRegex(
        @"^(?<tick>[0-9]+)\.(?<micro>[0-9]+) (?<from>[0-9a-f]{16})->(?<to>[0-9a-f]{16})#(?<sequence>[0-9]+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Form();
}
