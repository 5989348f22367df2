using System.Text.Json;
using ActorIL.Cli.Tests.Resuming;

namespace ActorIL.Cli.Tests.Running;

/// <summary>Generators and discriminators in everything that a run leaves, and after it was broken off.</summary>
public sealed class GailRunTests : IDisposable
{
    private const string Text = """
        actoril {
          environment.name = "CartPole-v1", expert.kind = scripted
          demonstration.counts = [], dagger.label-counts = []
          ppo {
            environments = 2, rollout-steps = 32, epochs = 1, minibatch-size = 32, network.hidden = [8]
            validation { episodes = 2, interval-updates = 8 }
          }
          student.gail {
            steps = 2048, demonstrations = 1
            discriminator { updates = 1, batch-size = 16, network.hidden = [8] }
          }
          students { paid { algorithm = gail, gail { horizon = 100 } } }
          evaluation { episodes = 20, shards = 2 }
          checkpoint.interval-updates = 2
          run.workers = 1
        }

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Its_summary_table_report_and_scores_have_the_control_and_what_it_says()
    {
        var run = _folder.Combine("run");
        var result = Invocation.Run("run", Configuration, "--out", run);
        Assert.True(result.Code == 0, result.Text());
        RunEvidence.Verifies(run);
        const string Verdict = "paid: the task can";
        Assert.Contains(Verdict, result.Out, StringComparison.Ordinal);
        Assert.Contains(Verdict, File.ReadAllText(Path.Combine(run, "report.html")), StringComparison.Ordinal);
        using var summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "summary.json")));
        var stages = summary.RootElement.GetProperty("stages").EnumerateArray().ToArray();
        Assert.Equal(
            ["expert", "paid", "paid-constant-reward"],
            stages.Select(stage => stage.GetProperty("name").GetString())
        );
        Assert.Equal([0, 100, 0], stages.Select(stage => stage.GetProperty("labels").GetInt32()));
        var control = stages[1].GetProperty("control");
        Assert.Equal("paid-constant-reward", control.GetProperty("stage").GetString());
        Assert.Equal(
            control.GetProperty("ci_low").GetDouble() > control.GetProperty("margin").GetDouble(),
            control.GetProperty("can_judge").GetBoolean()
        );
        Assert.Equal(
            stages[1].GetProperty("evaluation").GetProperty("mean").GetDouble()
                - stages[2].GetProperty("evaluation").GetProperty("mean").GetDouble(),
            control.GetProperty("mean_difference").GetDouble(),
            1e-9
        );

        var scored = Invocation.Run("eval", run, "--policy", "paid", "--json");
        using var evaluation = JsonDocument.Parse(scored.Out);
        Assert.True(
            JsonElement.DeepEquals(
                stages[1].GetProperty("evaluation"),
                evaluation.RootElement.GetProperty("evaluation")
            ),
            scored.Text()
        );
        var metrics = File.ReadAllLines(Path.Combine(run, "metrics.csv"));
        Assert.Contains(metrics, line => line.StartsWith("paid,64,discriminator_loss,", StringComparison.Ordinal));
        Assert.Contains(metrics, line => line.StartsWith("paid-constant-reward,64,entropy,", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sweep_counts_the_seeds_in_which_the_task_can_judge()
    {
        var all = _folder.Combine("all");
        var result = Invocation.Run("sweep", Configuration, "--seeds", "1-2", "--out", all);
        Assert.Matches("paid: the task can judge in [0-2] of 2 seeds", result.Out);
        using var sweep = JsonDocument.Parse(File.ReadAllText(Path.Combine(all, "sweep.json")));
        var stages = sweep.RootElement.GetProperty("stages").EnumerateArray().ToArray();
        Assert.InRange(stages[1].GetProperty("judged_seeds").GetInt32(), 0, 2);
        Assert.False(stages[2].TryGetProperty("judged_seeds", out _));
    }

    [Fact]
    public void A_run_that_was_killed_goes_on_to_the_same_end()
    {
        var (whole, run) = (_folder.Combine("whole"), _folder.Combine("run"));
        Assert.Equal(0, Invocation.Run("run", Configuration, "--out", whole).Code);
        var state = Path.Combine(run, "state.safetensors");
        BrokenRun.Break(run, () => File.Exists(state), "run", Configuration, "--out", run);
        RunEvidence.IsAs(whole, run, Invocation.Run("resume", run, "--json"));
        RunEvidence.Verifies(run);
    }

    private string Configuration => _folder.Write("gail.conf", Text);
}
