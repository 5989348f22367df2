using System.Text.RegularExpressions;
using ActorIL.Cli.Tests.Running;
using ActorIL.PluginTesting;

namespace ActorIL.Cli.Tests.Plugins;

/// <summary>A folder with an experiment whose environment comes from a plug-in.</summary>
internal sealed partial class PluginFolder : IDisposable
{
    private const string Experiment = """
        actoril {
          environment.name = "Drift-v0"
          plugins = ["bin/Drifting.dll"]
          ppo {
            steps = 1024, environments = 4, blocks = 2, rollout-steps = 64, minibatch-size = 64
            network.hidden = [8], validation { episodes = 4, interval-updates = 2 }
          }
          demonstration.counts = [1, 2]
          bc { updates = 20, network.hidden = [8] }
          dagger { label-counts = [20, 40], updates-per-round = 20, network.hidden = [8] }
          evaluation { episodes = 20, shards = 3 }
        }

        """;

    private readonly TemporaryFolder _folder = new();

    /// <param name="source">The plug-in; null for one without mistakes.</param>
    /// <param name="more">More of the experiment.</param>
    public PluginFolder(DriftSource? source = null, string more = "")
    {
        Plugin = Compile("bin", source ?? DriftSource.Good);
        File = _folder.Write("drift.conf", Experiment + more);
    }

    /// <summary>The experiment.</summary>
    public string File { get; }

    /// <summary>The plug-in's file.</summary>
    public string Plugin { get; }

    /// <summary>The folder itself.</summary>
    public string Folder => _folder.Folder;

    public string Combine(params string[] parts) => _folder.Combine(parts);

    /// <summary>Compiles a plug-in into a folder of this one; its path.</summary>
    public string Compile(string folder, DriftSource source) =>
        PluginCompiler.Compile(_folder.Combine(folder), "Drifting", source.Text);

    /// <summary>Runs the experiment into a folder of this one.</summary>
    public Invocation Run(string name, params string[] arguments) =>
        Invocation.Run(["run", File, "--out", Combine(name), "--json", "--workers", "2", .. arguments]);

    /// <summary>Starts the experiment in a process of its own, into the folder "run" of this one.</summary>
    public ProgramProcess Start(params string[] arguments) =>
        ProgramProcess.Start(Folder, ["run", File, "--out", Combine("run"), .. arguments]);

    /// <summary>What came of a command line, for a snapshot.</summary>
    public string Text(Invocation result) => Hash().Replace(result.Text((Folder, "{folder}")), "{hash}");

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex(@"\b([0-9a-f]{64}|[0-9a-f]{12})\b")]
    private static partial Regex Hash();
}
