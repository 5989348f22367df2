using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Traces;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril trace`: what a logged run can be used for.</summary>
internal static class TraceVerb
{
    private const string VerifyNotes = """
        JSON: identical, deliveries, digest, divergence: null or
          class ("payload" | "missing" | "extra" | "reordered" | "timing" | "failure" | "environment"),
          ordinal, key, from, to, message, cause (its ordinal), field, recorded, recomputed, ulps,
          recorded_hash, recomputed_hash, same_until, boundary, history, code, causes[],
          sender_last_same_state, sender_is_deterministic, changes[], reason, hint; what is not known is null;
          changed_plugins[] (name, version, recorded_sha256, sha256, path) where files of plug-ins are others

        Exit code 0: identical; 4: diverged.

        """;

    public static Command Create(Terminal terminal) =>
        new Verb("trace", "Verifies, shows, compares and repairs the traces of runs.")
        {
            Examples = ["trace verify runs/cartpole-1/trace.mcap"],
            Subcommands =
            {
                Verify(terminal),
                TraceInfoVerb.Create(terminal),
                TraceLsVerb.Create(terminal),
                TraceShowVerb.Create(terminal),
                TraceFilterVerb.Create(terminal),
                TraceExportVerb.Create(terminal),
                TraceStepVerb.Create(terminal),
                TraceDiffVerb.Create(terminal),
                TraceDriveVerb.Create(terminal),
                TraceForkVerb.Create(terminal),
                TraceRepairVerb.Create(terminal),
            },
        };

    private static Verb Verify(Terminal terminal)
    {
        var file = TraceFlags.File();
        var (workers, host, json) = (Flags.Workers(), Flags.Host(), Flags.Json());
        var verb = new Verb("verify", "Computes the run again and compares every delivery with the trace.")
        {
            Notes = VerifyNotes,
            Examples =
            [
                "trace verify runs/cartpole-1/trace.mcap",
                "trace verify runs/cartpole-1/trace.mcap --workers 1 --json",
            ],
            Arguments = { file },
            Options = { workers, host, json },
            Plugins = PluginUse.Recorded,
        };
        verb.SetAction(parsed =>
            (int)
                VerifySession.Run(
                    terminal,
                    new VerifyRequest(
                        parsed.GetRequiredValue(file),
                        parsed.GetValue(workers),
                        parsed.GetValue(host),
                        parsed.GetValue(json)
                    )
                )
        );
        return verb;
    }
}
