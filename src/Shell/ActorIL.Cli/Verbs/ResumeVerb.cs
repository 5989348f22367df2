using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril resume DIR`: goes on with a run that was broken off.</summary>
internal static class ResumeVerb
{
    private const string Notes = """
        A run that was killed, or stopped by Ctrl-C, goes on from its last checkpoint, or from its beginning where it
        had none, and ends with the digest and weights it would have had. A finished run is left as it is.

        JSON: as for `run`, for a finished run as well.

        """;

    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "The run directory." };
        folder.RefuseFlags();
        var (workers, host, json) = (Flags.Workers(), Flags.Host(), Flags.Json());
        var verb = new Verb("resume", "Goes on with a run that was broken off.")
        {
            Notes = Notes,
            Examples = ["resume runs/cartpole-1", "resume runs/cartpole-1 --workers 1 --json"],
            Arguments = { folder },
            Options = { workers, host, json },
            Plugins = PluginUse.Recorded,
        };
        verb.SetAction(parsed =>
            (int)
                ResumeSession.Run(
                    terminal,
                    new ResumeRequest(
                        parsed.GetRequiredValue(folder),
                        parsed.GetValue(workers),
                        parsed.GetValue(host),
                        parsed.GetValue(json)
                    )
                )
        );
        return verb;
    }
}
