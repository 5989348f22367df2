using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Traces;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril trace show FILE KEY`: one delivery from all sides.</summary>
internal static class TraceShowVerb
{
    private const string Notes = """
        KEY: an ordinal (1234), a round (17.3: its first delivery), update:N, episode:N, or a whole key as printed.
        State and effects are not in the trace: the run is computed again up to the delivery. So is a message of which
        the trace holds a part only. With --recorded nothing is computed.

        JSON: ordinal, key, tick, micro, from, to, message, cause, size, hash, sent_as, external, causes[],
          payload (recorded: null, an object, or the part the level keeps), payload_is ("whole" | "part" | "absent"),
          computed: null or step{} (behavior, message, message_is_as_recorded, failure, effects[], before, after,
          changed[] (path, before, after, ulps), deterministic). Floats that JSON lacks are the texts "NaN",
          "Infinity", "-Infinity"; hashes and ids are texts.

        """;

    public static Verb Create(Terminal terminal)
    {
        var (file, json) = (TraceFlags.File(), Flags.Json());
        var position = new Argument<string>("KEY") { Description = "Which delivery." };
        position.RefuseFlags();
        var full = new Option<bool>("--full")
        {
            Description = "Whole arrays, and fields of the state that are unchanged.",
        };
        var recorded = new Option<bool>("--recorded") { Description = "Only what the trace holds; computes nothing." };
        var verb = new Verb("show", "Shows one delivery: fields, causes, effects, state before and after.")
        {
            Notes = Notes,
            Examples =
            [
                "trace show runs/cartpole-1/trace.mcap 1234",
                "trace show runs/cartpole-1/trace.mcap update:12 --full",
                "trace show runs/cartpole-1/trace.mcap 17.3 --recorded --json",
            ],
            Arguments = { file, position },
            Options = { full, recorded, json },
            Plugins = PluginUse.Recorded,
        };
        verb.SetAction(parsed =>
            (int)
                ShowSession.Run(
                    terminal,
                    new ShowRequest(
                        parsed.GetRequiredValue(file),
                        parsed.GetRequiredValue(position),
                        parsed.GetValue(full),
                        parsed.GetValue(recorded),
                        parsed.GetValue(json)
                    )
                )
        );
        return verb;
    }
}
