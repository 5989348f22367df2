using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Reporting;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril report DIR`: writes the report of a run again.</summary>
internal static class ReportVerb
{
    private const string Notes = """
        Every run ends with this: report.html, one page that opens offline, its figures under figures/, and the
        metrics under tensorboard/ for `tensorboard --logdir DIR/tensorboard`. Written from metrics.csv, summary.json,
        config.conf and checkpoints, so a run that was killed has one too, of what it left.

        """;

    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "The run directory." };
        folder.RefuseFlags();
        var verb = new Verb("report", "Writes the report of a run from what is in its directory.")
        {
            Notes = Notes,
            Examples = ["report runs/cartpole-1"],
            Arguments = { folder },
            Plugins = PluginUse.Recorded,
        };
        verb.SetAction(parsed => (int)ReportSession.Run(terminal, parsed.GetRequiredValue(folder)));
        return verb;
    }
}
