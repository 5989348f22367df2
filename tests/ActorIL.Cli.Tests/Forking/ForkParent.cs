using System.Text.Json;
using ActorIL.Cli.Tests.Running;
using ActorIL.Core.Prelude;
using ActorIL.Hosting;
using ActorIL.Plugins;

namespace ActorIL.Cli.Tests.Forking;

/// <summary>A small run with every stage, whose trace is forked.</summary>
public sealed class ForkParent : IDisposable
{
    private const string Text = """
        actoril {
          environment.name = "CartPole-v1"
          ppo {
            steps = 512, environments = 2, blocks = 2, rollout-steps = 32, epochs = 2, minibatch-size = 32
            network.hidden = [4], validation { episodes = 2, interval-updates = 2 }
          }
          demonstration.counts = [1]
          bc { updates = 4, network.hidden = [4] }
          dagger { label-counts = [20, 40], updates-per-round = 4, network.hidden = [4] }
          evaluation { episodes = 2, shards = 1 }
          run.workers = 1
          trace.level = full
        }

        """;

    private readonly TemporaryFolder _folder = new();

    private static Catalog WithStages =>
        Catalog.Of(new ShippedPlugin(), new HostingPlugin(), new StagePlugin()).Require();

    public ForkParent()
    {
        Folder = _folder.Combine("parent");
        Digest = DigestOf(Invocation.Run("run", _folder.Write("parent.conf", Text), "--out", Folder, "--json"));
    }

    /// <summary>The run directory.</summary>
    public string Folder { get; }

    public string Digest { get; }

    public string Trace => Path.Combine(Folder, "trace.mcap");

    /// <summary>Forks a trace; more arguments follow those that name the two.</summary>
    internal static Invocation Fork(string trace, string at, string target, params string[] more) =>
        Invocation.Run(WithStages, ["trace", "fork", trace, "--at", at, "--out", target, "--json", .. more]);

    /// <summary>The digest of the object on the output of a run that went well.</summary>
    internal static string DigestOf(Invocation result)
    {
        Assert.True(result.Code == 0, result.Text());
        using var summary = JsonDocument.Parse(result.Out);
        return summary.RootElement.GetProperty("digest").GetString()!;
    }

    public void Dispose() => _folder.Dispose();
}
