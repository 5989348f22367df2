using System.Text.Json;
using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Simulating;

public sealed class SimulateTests : IDisposable
{
    /// <summary>The whole main job, smaller than a run would ever be.</summary>
    private const string Reduced = """
        actoril {
          environment.name = "CartPole-v1"
          ppo {
            steps = 64, environments = 2, blocks = 2, rollout-steps = 8, minibatch-size = 16, epochs = 1
            network.hidden = [4], validation { episodes = 2, interval-updates = 2 }
          }
          demonstration.counts = [1, 2]
          bc { updates = 2, network.hidden = [4] }
          dagger { label-counts = [10, 20], labels-per-round = 5, updates-per-round = 2, network.hidden = [4] }
          evaluation { episodes = 4, shards = 2 }
        }

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly string _file;

    public SimulateTests() => _file = _folder.Write("reduced.conf", Reduced);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Simulations_of_every_class_hold_and_are_counted()
    {
        var result = Invocation.Run("simulate", _file, "--schedules", "40", "--json");
        using var summary = JsonDocument.Parse(result.Out);
        var root = summary.RootElement;
        Assert.Equal(0, result.Code);
        Assert.Equal(
            [
                "simulations",
                "held",
                "orders",
                "crashes",
                "failures",
                "ended_by_failure",
                "performs_externally",
                "rounds_max",
                "rounds_plain",
                "rounds_one_by_one",
                "mailbox_max",
                "mailbox_bound",
                "digest",
                "result_digest",
                "seed",
                "wall_seconds",
                "broken",
            ],
            root.EnumerateObject().Select(field => field.Name)
        );
        Assert.Equal(40, root.GetProperty("simulations").GetInt32());
        Assert.Equal(40, root.GetProperty("orders").EnumerateObject().Sum(order => order.Value.GetInt32()));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("broken").ValueKind);
        Assert.Empty(Directory.GetDirectories(_folder.Folder));
    }

    [Fact]
    public void The_digests_are_those_of_the_run()
    {
        var run = Invocation.Run("run", _file, "--out", _folder.Combine("run"), "--json");
        var simulated = Invocation.Run("simulate", _file, "--schedules", "1", "--json");
        using var first = JsonDocument.Parse(run.Out);
        using var second = JsonDocument.Parse(simulated.Out);
        foreach (var name in new[] { "digest", "result_digest" })
        {
            Assert.Equal(
                first.RootElement.GetProperty(name).GetString(),
                second.RootElement.GetProperty(name).GetString()
            );
        }
    }

    [Fact]
    public void What_is_printed_depends_on_the_seed_alone()
    {
        string Text(string seed) =>
            string.Join(
                '\n',
                Invocation
                    .Run("simulate", _file, "--schedules", "12", "--seed", seed)
                    .Out.Split('\n')
                    .Where(line => !line.StartsWith('[') && !line.StartsWith("time", StringComparison.Ordinal))
            );
        Assert.Equal(Text("3"), Text("3"));
        Assert.NotEqual(Text("3"), Text("4"));
        Assert.EndsWith("every invariant held\n", Text("3"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_simulation_is_repeated_from_its_text()
    {
        var result = Invocation.Run(
            "simulate",
            _file,
            "--json",
            "--replay",
            "order=given:2:1,5:2 faults=crash:3:/run/learner,failure:1:/run/learner/collector/block-1"
        );
        using var summary = JsonDocument.Parse(result.Out);
        var root = summary.RootElement;
        Assert.Equal(0, result.Code);
        Assert.Equal(1, root.GetProperty("orders").GetProperty("given").GetInt32());
        Assert.Equal((1, 1), (root.GetProperty("crashes").GetInt32(), root.GetProperty("failures").GetInt32()));
    }

    [Fact]
    public void Results_from_outside_cannot_fail_where_there_are_none()
    {
        var result = Invocation.Run("simulate", _file, "--schedules", "2", "--faults", "results");
        Assert.Equal(0, result.Code);
        Assert.Contains("performs nothing external", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_the_file_is_explained()
    {
        var result = Invocation.Run("simulate", _file, "--set", "ppo.stepz=3");
        Assert.Equal((1, ""), (result.Code, result.Out));
        Assert.Contains("ppo.steps", result.Error, StringComparison.Ordinal);
    }
}
