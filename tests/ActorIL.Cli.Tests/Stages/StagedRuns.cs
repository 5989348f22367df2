using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Stages;

/// <summary>The pipeline by hand, once for all tests of its stages: expert, data set, clone.</summary>
public sealed class StagedRuns : IDisposable
{
    /// <summary>An experiment of a few neurons; its students and its DAgger are no business of the stages.</summary>
    public const string Small = SmallExperiments.Small + "actoril.students.own { rounds = 1, first-episodes = 1 }\n";

    private readonly TemporaryFolder _folder = new();

    public StagedRuns()
    {
        Configuration = _folder.Write("small.conf", Small);
        Expert = Path("expert");
        Demonstrations = Path("demos.npz");
        Clone = Path("bc.safetensors");
        ExpertResult = Invoke("ppo", Configuration, "--seed", "3", "--save-path", Expert);
        CollectResult = Invoke(
            ["collect", "--checkpoint", Expert, "--num-episodes", "3", .. Quick, "--save-path", Demonstrations],
            Path("collected")
        );
        CloneResult = Invoke(
            [
                "bc",
                "--demo-path",
                Demonstrations,
                "--epochs",
                "2",
                "--hidden-dims",
                "8",
                .. Quick,
                "--save-path",
                Clone,
            ],
            Path("cloned")
        );
    }

    /// <summary>Flags of a run whose evaluation is short.</summary>
    public static string[] Quick => ["--set", "evaluation.episodes=5"];

    public string Configuration { get; }

    /// <summary>A run directory.</summary>
    public string Expert { get; }

    public string ExpertCheckpoint => System.IO.Path.Combine(Expert, "checkpoints", "expert.safetensors");

    /// <summary>A data set of three episodes.</summary>
    public string Demonstrations { get; }

    /// <summary>A checkpoint of a clone with one hidden layer of 8.</summary>
    public string Clone { get; }

    internal Invocation ExpertResult { get; }

    internal Invocation CollectResult { get; }

    internal Invocation CloneResult { get; }

    public string Path(string name) => _folder.Combine(name);

    /// <summary>A text with the folder's name masked.</summary>
    public string Mask(string text) => text.Replace(_folder.Folder, "{folder}", StringComparison.Ordinal);

    /// <summary>The value of a line of a run's figures, such as its digest.</summary>
    internal static string Figure(Invocation result, string name) =>
        result
            .Out.Split('\n')
            .Single(line => line.StartsWith(name + "  ", StringComparison.Ordinal))[name.Length..]
            .Trim();

    public void Dispose() => _folder.Dispose();

    // A result that is a file of its own has its run directory under runs/, unless it is said otherwise.
    private static Invocation Invoke(string[] arguments, string folder) =>
        Invoke([.. arguments, "--set", $"run.out=\"{folder}\""]);

    private static Invocation Invoke(params string[] arguments)
    {
        var result = Invocation.Run(arguments);
        Assert.True(result.Code == 0, result.Error);
        return result;
    }
}
