using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Traces;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril trace ls FILE`: one line for each delivery.</summary>
internal static class TraceLsVerb
{
    private const int LimitMax = 100_000;

    private const string Notes =
        FilterFlags.Notes
        + """
            JSON: entries[] of kind "delivery" (ordinal, key, tick, micro, from, to, message, cause, size, hash), with
              --events also "event" (event, tick, micro, actor, detail) and "boundary" (boundary, count, ordinal, tick,
              micro, chain), in the order of the run; shown, left_out, unknown_fields[], problem

            """;

    public static Verb Create(Terminal terminal)
    {
        var (file, filter, json) = (TraceFlags.File(), new FilterFlags(), Flags.Json());
        var limit = Flags.Count("--limit", "Lines at most; 100 where it is left out.", 1, LimitMax);
        var events = new Option<bool>("--events")
        {
            Description = "Show what happened to actors and where something was learned as well.",
        };
        var verb = new Verb("ls", "Lists the deliveries of a trace, one a line.")
        {
            Notes = Notes,
            Examples =
            [
                "trace ls runs/cartpole-1/trace.mcap --events",
                "trace ls runs/cartpole-1/trace.mcap --actor '*/learner' --from update:3 --to update:4",
                "trace ls runs/cartpole-1/trace.mcap --message '*.rolled' --where 'tick > 100' --json",
            ],
            Arguments = { file },
        };
        filter.AddTo(verb);
        verb.Options.Add(limit);
        verb.Options.Add(events);
        verb.Options.Add(json);
        verb.SetAction(parsed =>
            (int)
                DeliveryListing.Run(
                    terminal,
                    new ListingRequest(
                        parsed.GetRequiredValue(file),
                        filter.Read(parsed),
                        parsed.GetValue(limit) ?? ListingRequest.UsualLimit,
                        parsed.GetValue(events),
                        parsed.GetValue(json)
                    )
                )
        );
        return verb;
    }
}
