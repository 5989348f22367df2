using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Traces;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril trace fork FILE --at KEY --set ...`: what if?</summary>
internal static class TraceForkVerb
{
    private const string Notes = """
        The parent is computed again up to the end of the round that holds the position, and held against its trace on
        the way. From there a new run goes on with the changed keys, which the actors concerned are told by messages of
        their own. hocon/reference.conf says which keys are changeable; others are refused. The fork's trace begins with
        a snapshot, so that it verifies without its parent.

        JSON: as for `run`.

        """;

    public static Verb Create(Terminal terminal)
    {
        var file = TraceFlags.File();
        var at = new Option<string>("--at")
        {
            Description = "Where: a delivery (1234), a round (17.3), or an update boundary (update:12).",
            HelpName = "POSITION",
            Required = true,
        };
        var (workers, host, set, json) = (Flags.Workers(), Flags.Host(), Flags.Set(), Flags.Json());
        var output = Flags.Out("The fork's run directory, new or empty. Default: a new folder under runs/.");
        var verb = new Verb("fork", "Leaves a logged run somewhere and goes on with other settings, as a new run.")
        {
            Notes = Notes,
            Examples =
            [
                "trace fork runs/cartpole-1/trace.mcap --at update:100 --set ppo.learning-rate=1e-4",
                "trace fork runs/cartpole-1/trace.mcap --at 2000 --set dagger.updates-per-round=1000 --json",
            ],
            Arguments = { file },
            Options = { at, set, workers, host, output, json },
            Plugins = PluginUse.Recorded,
        };
        verb.SetAction(parsed =>
            (int)
                ForkSession.Run(
                    terminal,
                    new ForkRequest(
                        parsed.GetRequiredValue(file),
                        parsed.GetRequiredValue(at),
                        parsed.GetValue(workers),
                        parsed.GetValue(host),
                        [.. parsed.GetValue(set) ?? []],
                        parsed.GetValue(output),
                        parsed.GetValue(json)
                    )
                )
        );
        return verb;
    }
}
