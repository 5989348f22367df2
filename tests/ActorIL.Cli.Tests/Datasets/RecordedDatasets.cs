using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ActorIL.Cli.Tests.Running;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Tests.Datasets;

/// <summary>Demonstrations of two small runs, for all tests of looking at data sets.</summary>
public sealed class RecordedDatasets : IDisposable
{
    /// <summary>A job with means: continuous actions of a trained policy.</summary>
    public const string Pendulum = """
        actoril {
          environment.name = "Pendulum-v1"
          ppo {
            steps = 1024, environments = 4, blocks = 2, rollout-steps = 64, minibatch-size = 64
            network.hidden = [8], log-std-initial = 0.5, validation { episodes = 4, interval-updates = 2 }
          }
          demonstration { counts = [3], full-episodes = on }
          bc { updates = 20, network.hidden = [8] }
          dagger.label-counts = []
          evaluation { episodes = 2, shards = 1 }
        }

        """;

    private readonly TemporaryFolder _folder = new();

    public RecordedDatasets()
    {
        CartPole = Run("cartpole", SmallExperiments.Small);
        Pendulums = Run("pendulum", Pendulum);
    }

    /// <summary>Two whole episodes of CartPole-v1.</summary>
    public string CartPole { get; }

    /// <summary>Three whole episodes of Pendulum-v1.</summary>
    public string Pendulums { get; }

    /// <summary>A name for a data set that is not there yet.</summary>
    public string New() => _folder.Combine(Path.ChangeExtension(Path.GetRandomFileName(), DatasetFile.Ending));

    /// <summary>A text without what changes from test to test.</summary>
    public string Mask(string text, params ReadOnlySpan<string> names)
    {
        var masked = text;
        foreach (var (index, name) in names.ToArray().Index())
        {
            masked = masked
                .Replace(name, $"{{{index}}}", StringComparison.Ordinal)
                .Replace(DatasetFile.SidecarOf(name), $"{{{index}.json}}", StringComparison.Ordinal);
        }

        // New settings have new hashes; a data set is the same without them.
        masked = Regex.Replace(masked, "configuration [0-9a-f]{16}", "configuration {hash}");
        return masked.Replace(_folder.Folder, "{folder}", StringComparison.Ordinal);
    }

    /// <summary>The same episodes with something changed, described as before, hash and all.</summary>
    internal string Changed(string path, Func<DatasetContent, DatasetContent> change) =>
        Changed(path, change, sidecar => sidecar);

    /// <summary>The same with something else said of them.</summary>
    internal string Changed(
        string path,
        Func<DatasetContent, DatasetContent> change,
        Func<DatasetSidecar, DatasetSidecar> say
    )
    {
        var loaded = DatasetFile.Load(path).Require();
        return DatasetFile.Save(New(), say(loaded.Sidecar!), change(loaded.Content)).Require();
    }

    /// <summary>An .npz file of these arrays, with nothing beside it.</summary>
    internal string Arrays(params ImmutableArray<LoadedArray> arrays)
    {
        var path = New();
        using var stream = File.Create(path);
        NpzFile.Write(stream, arrays.Select(array => array.ToArray()));
        return path;
    }

    public void Dispose() => _folder.Dispose();

    private string Run(string name, string text)
    {
        var result = Invocation.Run("run", _folder.Write($"{name}.conf", text), "--out", _folder.Combine(name));
        Assert.True(result.Code == 0, result.Error);
        return _folder.Combine(name, "demonstrations", "expert.npz");
    }
}
