using System.Text.Json;
using ActorIL.Cli.Tests.Running;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Tests.Stages;

public sealed class StageTests(StagedRuns runs) : IClassFixture<StagedRuns>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Ppo_is_the_expert_of_the_whole_experiment_and_nothing_else()
    {
        var whole = Run("run", runs.Configuration, "--seed", "3", "--out", _folder.Combine("whole"));
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(_folder.Combine("whole"), "checkpoints", "expert.safetensors")),
            File.ReadAllBytes(runs.ExpertCheckpoint)
        );
        Assert.Equal(["expert-final", "expert"], Stages(runs.Expert));
        Assert.Contains("own", Stages(_folder.Combine("whole")));
        Assert.Contains($"checkpoint      {runs.ExpertCheckpoint}\n", runs.ExpertResult.Out, StringComparison.Ordinal);
        Assert.NotEqual("", StagedRuns.Figure(whole, "digest"));
    }

    [Fact]
    public void A_report_has_no_figure_without_values()
    {
        var report = File.ReadAllText(Path.Combine(runs.Expert, "report.html"));
        Assert.Contains("expert-and-students", report, StringComparison.Ordinal);
        Assert.DoesNotContain("no values", report, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_collected_can_be_simulated_again()
    {
        Assert.Equal(0, Invocation.Run("dataset", "check", runs.Demonstrations).Code);
        Assert.Equal(3, DatasetFile.Load(runs.Demonstrations).Require().Content.Episodes.Length);
        Assert.Contains("data set", runs.CollectResult.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Sampled_episodes_start_alike_and_go_on_otherwise()
    {
        var path = _folder.Combine("sampled.npz");
        _ = Run([
            "collect",
            "--checkpoint",
            runs.ExpertCheckpoint,
            "--stochastic",
            "--num-episodes",
            "3",
            "--save-path",
            path,
            .. Quick("sampled"),
        ]);
        var (plain, sampled) = (Content(runs.Demonstrations), Content(path));
        Assert.Equal(0, Invocation.Run("dataset", "check", path).Code);
        Assert.Equal(plain.Observations[..4], sampled.Observations[..4]);
        Assert.NotEqual(plain.Actions, sampled.Actions);
    }

    [Fact]
    public void Epochs_are_gradient_steps_by_the_size_of_the_data()
    {
        var rows = Content(runs.Demonstrations).RowCount;
        Assert.Contains(
            $"2 passes over {rows} pairs: {2 * ((rows + 63) / 64)} gradient steps",
            runs.CloneResult.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(["bc-file"], Stages(runs.Path("cloned")));
    }

    [Fact]
    public void Arrays_from_elsewhere_are_learnt_from_with_a_warning()
    {
        var path = _folder.Combine("arrays.npz");
        File.Copy(runs.Demonstrations, path);
        var result = Run(["bc", "--demo-path", path, "--env-id", "CartPole-v1", "--epochs", "1", .. Quick("bc")]);
        Assert.Contains(
            "arrays.npz does not say: environment, preprocessing, policy, seeds, configuration, code version",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Dagger_asks_the_checkpoint_that_it_is_given()
    {
        var folder = _folder.Combine("dagger");
        _ = Run([
            "dagger",
            "--expert",
            runs.Expert,
            "--label-counts",
            "20",
            "--updates-per-round",
            "10",
            "--hidden-dims",
            "8",
            .. StagedRuns.Quick,
            "--save-path",
            folder,
        ]);
        Assert.Equal(["expert", "dagger-last-round", "dagger-20"], Stages(folder));
        Assert.Equal(
            Parameters(runs.ExpertCheckpoint),
            Parameters(Path.Combine(folder, "checkpoints", "expert.safetensors"))
        );
    }

    [Fact]
    public void The_pipeline_is_the_stages_one_after_the_other()
    {
        var folder = _folder.Combine("the pipeline");
        var result = Run(
            "pipeline",
            runs.Configuration,
            "--seed",
            "3",
            "--num-demo-episodes",
            "2",
            "--bc-epochs",
            "1",
            "--save-path",
            folder,
            "--wandb",
            "--wandb-run-name",
            "mine"
        );
        Assert.Equal(["expert-final", "expert", "bc-full-2"], Stages(folder));
        Assert.Equal(
            File.ReadAllBytes(runs.ExpertCheckpoint),
            File.ReadAllBytes(Path.Combine(folder, "checkpoints", "expert.safetensors"))
        );
        Assert.True(File.Exists(Path.Combine(folder, "demonstrations", "expert.npz")));
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "wandb", "mine")));
        Assert.Contains(
            $"wandb sync --sync-tensorboard --project actoril --id mine '{Path.Combine(folder, "wandb", "mine")}'\n",
            result.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_report_and_the_object_of_a_stage_are_those_of_a_run()
    {
        var folder = _folder.Combine("json");
        var result = Run([
            "bc",
            "--demo-path",
            runs.Demonstrations,
            .. StagedRuns.Quick,
            "--save-path",
            folder,
            "--json",
        ]);
        using var summary = JsonDocument.Parse(result.Out);
        Assert.True(summary.RootElement.GetProperty("completed").GetBoolean());
        Assert.Contains("bc-file", File.ReadAllText(Path.Combine(folder, "report.html")), StringComparison.Ordinal);
    }

    private string[] Quick(string folder) => [.. StagedRuns.Quick, "--set", $"run.out=\"{_folder.Combine(folder)}\""];

    private static DatasetContent Content(string path) => DatasetFile.Open(path).Require().Content;

    private static float[] Parameters(string path) =>
        Policies.PolicyFile.Load(path).Require().Snapshot.Parameters.Values.ToArray();

    private static string[] Stages(string folder)
    {
        using var summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "summary.json")));
        return
        [
            .. summary
                .RootElement.GetProperty("stages")
                .EnumerateArray()
                .Select(stage => stage.GetProperty("name").GetString()!),
        ];
    }

    private static Invocation Run(params string[] arguments)
    {
        var result = Invocation.Run(arguments);
        Assert.True(result.Code == 0, result.Error);
        return result;
    }
}
