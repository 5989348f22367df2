using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril dataset`: data sets of observations and actions, and what is known of them.</summary>
internal static class DatasetVerb
{
    private const string Notes = """
        A data set is two files: NAME.npz, which numpy.load opens, and NAME.json, which says where it comes from. `run`
        leaves its demonstrations so: demonstrations/expert.npz in the run directory.

        A row a step:    observations float32 [n, o], actions [n, a] (as executed: int64 for Discrete, float32 for
                         Box), means float32 [n, a] (Box: the policy's, before clipping), rewards float64 [n],
                         endings uint8 [n] (1 terminated, 2 truncated, 0 otherwise), episode_starts bool [n]
        A row an episode: final_observations float32 [E, o], episode_keys uint64 [E] (the start state and all noise
                         derive from it), episode_sources int64 [E] (which of the sidecar's sources)

        """;

    public static Command Create(Terminal terminal) =>
        new Verb("dataset", "Checks, shows, compares, joins and divides data sets of demonstrations.")
        {
            Notes = Notes,
            Examples = ["dataset check runs/cartpole-1/demonstrations/expert.npz"],
            Subcommands =
            {
                DatasetCheckVerb.Create(terminal),
                DatasetInfoVerb.Create(terminal),
                DatasetDiffVerb.Create(terminal),
                DatasetMergeVerb.Create(terminal),
                DatasetSplitVerb.Create(terminal),
                DatasetImportVerb.Create(terminal),
            },
        };

    /// <summary>A data set.</summary>
    public static Argument<string> File(string name = "FILE")
    {
        var file = new Argument<string>(name) { Description = "A data set: an .npz file, its .json beside it." };
        file.RefuseFlags();
        return file;
    }

    /// <summary>A data set to be written.</summary>
    public static Option<string?> Target(string name, string description) =>
        new(name) { Description = description, HelpName = "FILE" };
}
