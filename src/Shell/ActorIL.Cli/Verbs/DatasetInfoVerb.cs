using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Datasets;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril dataset info FILE`.</summary>
internal static class DatasetInfoVerb
{
    private const string Notes = """
        JSON: path, environment, content_hash, steps, episodes, preprocessing ("raw" | "standardized" | "unknown"),
              return_mean, return_minimum, return_maximum, arrays{} (name -> type, shape), sources[], derivations[],
              missing[] (what is not known of it); what is unknown is null

        """;

    public static Verb Create(Terminal terminal)
    {
        var (file, json) = (DatasetVerb.File(), Flags.Json());
        var verb = new Verb("info", "Shows what a data set is, where it comes from, and what is not known of it.")
        {
            Notes = Notes,
            Examples = ["dataset info runs/cartpole-1/demonstrations/expert.npz", "dataset info other.npz --json"],
            Arguments = { file },
            Options = { json },
        };
        verb.SetAction(parsed => (int)InfoSession.Run(terminal, parsed.GetRequiredValue(file), parsed.GetValue(json)));
        return verb;
    }
}
