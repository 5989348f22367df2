using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Datasets;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril dataset check FILE`.</summary>
internal static class DatasetCheckVerb
{
    private const string Notes = """
        hash           the arrays are those the sidecar speaks of
        finite         no number is NaN or infinite
        types          items and sizes are those of the schema and the spaces
        ranges         observations and actions lie in their spaces
        means          actions are the means, clipped to the space
        endings        every episode ends, or was cut where its source says
        duplicates     no episode is there twice
        environment    the environment is the one this program has, with the same constants and spaces
        preprocessing  observations look as the sidecar says they were stored
        simulation     episodes run again from their keys and actions, bit for bit

        What is not known cannot be looked at: that is said, and breaks nothing. Of each claim the first 10 findings
        are shown, with array, row, component and value.

        JSON: path, environment, steps, episodes, passed, claims[]: name, claim,
              outcome ("held" | "broken" | "skipped"), detail, findings[]: place, found, wanted

        Exit code 0: nothing found; 1: something is wrong with it.

        """;

    public static Verb Create(Terminal terminal)
    {
        var (file, json) = (DatasetVerb.File(), Flags.Json());
        var verb = new Verb("check", "Checks a data set: numbers, provenance, and whether it can be made again.")
        {
            Notes = Notes,
            Examples = ["dataset check runs/cartpole-1/demonstrations/expert.npz", "dataset check other.npz --json"],
            Arguments = { file },
            Options = { json },
            Plugins = PluginUse.Shown,
        };
        verb.SetAction(parsed => (int)CheckSession.Run(terminal, parsed.GetRequiredValue(file), parsed.GetValue(json)));
        return verb;
    }
}
