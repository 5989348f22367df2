using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Datasets;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril dataset diff A B`.</summary>
internal static class DatasetDiffVerb
{
    private const string Notes = """
        What the sidecars say comes first, then the arrays, each with the first row and component that differ, bit for
        bit, then means and deviations.

        JSON: same, a, b, sidecar[] (key, a, b), arrays[] (array, place, a, b, rows: how many differ),
              statistics[] (name, a, b)

        Exit code 0: the data sets are the same; 4: they differ.

        """;

    public static Verb Create(Terminal terminal)
    {
        var (one, other, json) = (DatasetVerb.File("A"), DatasetVerb.File("B"), Flags.Json());
        var verb = new Verb("diff", "Says how two data sets differ.")
        {
            Notes = Notes,
            Examples = ["dataset diff one.npz other.npz", "dataset diff one.npz other.npz --json"],
            Arguments = { one, other },
            Options = { json },
        };
        verb.SetAction(parsed =>
            (int)
                DatasetDiffSession.Run(
                    terminal,
                    parsed.GetRequiredValue(one),
                    parsed.GetRequiredValue(other),
                    parsed.GetValue(json)
                )
        );
        return verb;
    }
}
