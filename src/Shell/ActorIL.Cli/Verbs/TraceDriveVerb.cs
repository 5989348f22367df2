using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Traces;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril trace drive`.</summary>
internal static class TraceDriveVerb
{
    private const string Notes = """
        The actor alone is computed: it is handed its recorded messages in order, and what it sends is held against the
        deliveries its steps caused. What an asker makes of a reply is not compared. Needs a trace of level full.

        JSON: same, actor, inputs, sent, undelivered, failures, state_hash, digests, mismatch_count,
          mismatches[]: ordinal, what, fields[] (field, recorded, recomputed)

        Exit code 0: it did what history says; 4: it did not.

        """;

    public static Verb Create(Terminal terminal)
    {
        var file = TraceFlags.File();
        var actor = new Option<string>("--actor")
        {
            Description = "The path of the actor.",
            HelpName = "PATH",
            Required = true,
        };
        var json = Flags.Json();
        var verb = new Verb("drive", "Feeds one actor its recorded messages, without the rest of the system.")
        {
            Notes = Notes,
            Examples =
            [
                "trace drive runs/cartpole-1/trace.mcap --actor /run/learner",
                "trace drive runs/cartpole-1/trace.mcap --actor /run/learner/collector --json",
            ],
            Arguments = { file },
            Options = { actor, json },
            Plugins = PluginUse.Recorded,
        };
        verb.SetAction(parsed =>
            (int)
                DriveSession.Run(
                    terminal,
                    new DriveRequest(
                        parsed.GetRequiredValue(file),
                        parsed.GetRequiredValue(actor),
                        parsed.GetValue(json)
                    )
                )
        );
        return verb;
    }
}
