using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using ActorIL.Cli.CommandLine;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Sweeps;

/// <summary>Seeds as they are typed: 1-5, or 1,2,7.</summary>
internal static class SeedList
{
    public const string Name = "--seeds";
    private const int CountMax = 10_000;

    public static Option<ImmutableArray<ulong>?> Option() =>
        new(Name)
        {
            Description = "Seeds: a range such as 1-5, or a list such as 1,2,7. Default: 1-5.",
            HelpName = "SEEDS",
            CustomParser = result =>
            {
                var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
                if (TryParse(text, out var seeds))
                {
                    return seeds;
                }

                result.AddError(
                    UsageErrors.Encode(
                        new Error(
                            Name,
                            $"\"{text}\"",
                            "whole numbers with commas between them, or a range such as 1-5, each once",
                            "Correct the value."
                        )
                    )
                );
                return null;
            },
        };

    internal static bool TryParse(string text, out ImmutableArray<ulong> seeds)
    {
        var found = ImmutableArray.CreateBuilder<ulong>();
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-');
            if (
                ends.Length > 2
                || !TryNumber(ends[0], out var first)
                || !TryNumber(ends[^1], out var last)
                || last < first
                || last - first >= CountMax
            )
            {
                seeds = [];
                return false;
            }

            for (var offset = 0UL; offset <= last - first; offset++)
            {
                found.Add(first + offset);
            }
        }

        seeds = found.ToImmutable();
        return seeds.Length <= CountMax && seeds.Distinct().Count() == seeds.Length;
    }

    private static bool TryNumber(string text, out ulong number) =>
        ulong.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
