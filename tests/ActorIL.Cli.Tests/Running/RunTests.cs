using System.Text.Json;
using ActorIL.Cli.Runs;

namespace ActorIL.Cli.Tests.Running;

public class RunTests(SmallRun run) : IClassFixture<SmallRun>
{
    private JsonElement Summary => run.Summary.RootElement;

    [Fact]
    public void A_run_succeeds_with_one_object_on_the_output()
    {
        Assert.Equal(0, run.Result.Code);
        Assert.True(Summary.GetProperty("completed").GetBoolean());
    }

    [Fact]
    public void The_object_has_exactly_the_promised_fields()
    {
        Assert.Equal(
            [
                "digest",
                "result_digest",
                "weights_digest",
                "seed",
                "workers",
                "host",
                "completed",
                "run_directory",
                "wall_seconds",
                "environment_steps",
                "training_steps_per_second",
                "peak_memory_bytes",
                "stages",
            ],
            Names(Summary)
        );
        var stage = Summary.GetProperty("stages")[0];
        Assert.Equal(
            [
                "name",
                "algorithm",
                "labels",
                "expert_queries",
                "cost_labels",
                "expert_steps",
                "environment_steps",
                "demonstration_episodes",
                "selected",
                "evaluation",
            ],
            Names(stage)
        );
        Assert.Equal(["n", "mean", "std", "minimum", "ci_low", "ci_high"], Names(stage.GetProperty("evaluation")));
    }

    [Fact]
    public void The_run_directory_holds_the_same_object() =>
        Assert.Equal(run.Result.Out, File.ReadAllText(run.File("summary.json")));

    [Fact]
    public void The_stages_are_those_of_the_plan() =>
        Snapshot.Matches(
            string.Join(
                '\n',
                Stages()
                    .Select(stage =>
                        string.Join(
                            "  ",
                            stage
                                .EnumerateObject()
                                .Where(field => field.Name != "evaluation")
                                .Select(field => $"{field.Name}={field.Value}")
                        )
                    )
            )
        );

    [Fact]
    public void The_program_counts_time_and_memory()
    {
        Assert.True(Summary.GetProperty("wall_seconds").GetDouble() > 0);
        Assert.True(Summary.GetProperty("training_steps_per_second").GetDouble() > 0);
        Assert.True(Summary.GetProperty("peak_memory_bytes").GetInt64() > 1_000_000);
        Assert.Equal(1024 + 40 + 40 + FullSteps(), Summary.GetProperty("environment_steps").GetInt64());
    }

    [Fact]
    public void The_resolved_configuration_repeats_the_run()
    {
        using var folder = new TemporaryFolder();
        var again = Invocation.Run("run", run.File("config.conf"), "--out", folder.Combine("again"), "--json");
        using var summary = JsonDocument.Parse(again.Out);
        Assert.Equal(Digest(Summary), Digest(summary.RootElement));
    }

    [Fact]
    public void Metrics_name_stage_step_and_value()
    {
        var lines = File.ReadAllLines(run.File("metrics.csv"));
        Assert.Equal("stage,step,name,value", lines[0]);
        Assert.Contains("ppo,1024,update,4", lines);
        Assert.Contains(lines, line => line.StartsWith("bc-first-20-of-2,0,loss,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("dagger,40,validation_return,", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_policy_is_kept() =>
        Assert.Equal(
            Stages().Select(stage => stage.GetProperty("name").GetString()).Order(StringComparer.Ordinal),
            Directory
                .GetFiles(run.File("checkpoints"))
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Nothing_is_left_half_written() =>
        Assert.Equal(
            [
                ".lock",
                "checkpoints",
                "config.conf",
                "demonstrations",
                "figures",
                "metrics.csv",
                "report.html",
                "run.jsonl",
                "run.log",
                "summary.json",
                "tensorboard",
                "trace.mcap",
            ],
            Directory.GetFileSystemEntries(run.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Each_event_of_the_log_carries_run_actor_and_key()
    {
        var events = File.ReadAllLines(run.File("run.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToArray();
        Assert.All(events, entry => Assert.Equal("run", Property(entry, "Run")));
        var trained = events.First(entry => Property(entry, "Event") == "stage.trained");
        Assert.Equal("/run", Property(trained, "Actor"));
        Assert.Matches("^[0-9]+[.][0-9]+ [0-9a-f]{16}->[0-9a-f]{16}#[0-9]+$", Property(trained, "Key"));
        Assert.Contains("stage.trained: expert", File.ReadAllText(run.File("run.log")), StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_and_log_go_to_the_error_stream()
    {
        Assert.Contains("evaluated 9/9", run.Result.Error, StringComparison.Ordinal);
        Assert.Contains("INF stage.trained: expert", run.Result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_json_the_output_ends_with_tables_digests_and_folder()
    {
        using var folder = new TemporaryFolder();
        var result = Invocation.Run("run", run.Configuration, "--out", folder.Combine("again"));
        Assert.Contains("\nLabel efficiency\n", result.Out, StringComparison.Ordinal);
        Assert.Contains($"digest          {Digest(Summary)}\n", result.Out, StringComparison.Ordinal);
        Assert.EndsWith($"run directory   {folder.Combine("again")}\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_run_does_not_touch_the_folder_of_the_first()
    {
        var before = File.ReadAllText(run.File("summary.json"));
        var result = Invocation.Run("run", run.Configuration, "--out", run.Folder);
        Assert.Equal(1, result.Code);
        Assert.Contains("a folder that is not empty", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(run.File("summary.json")));
    }

    [Fact]
    public void Evaluating_the_main_result_again_gives_its_numbers()
    {
        using var evaluation = JsonDocument.Parse(Invocation.Run("eval", run.Folder, "--json").Out);
        var last = Stages()[^1];
        Assert.Equal("dagger-40", evaluation.RootElement.GetProperty("policy").GetString());
        Assert.True(
            JsonElement.DeepEquals(last.GetProperty("evaluation"), evaluation.RootElement.GetProperty("evaluation"))
        );
    }

    [Theory]
    [InlineData("expert")]
    [InlineData("bc-full-2")]
    public void A_policy_is_found_by_name_and_by_file(string name)
    {
        var byName = Invocation.Run("eval", run.Folder, "--policy", name, "--seed", "3", "--episodes", "5");
        var byFile = Invocation.Run(
            "eval",
            run.File("checkpoints", $"{name}.safetensors"),
            "--seed",
            "3",
            "--episodes",
            "5"
        );
        Assert.Equal(0, byName.Code);
        Assert.Equal(byName.Out, byFile.Out);
    }

    [Fact]
    public void A_mistyped_policy_is_explained() =>
        Snapshot.Matches(Invocation.Run("eval", run.Folder, "--policy", "experts").Text((run.Folder, "{run}")));

    [Fact]
    public void A_folder_without_policies_is_explained()
    {
        using var folder = new TemporaryFolder();
        Snapshot.Matches(Invocation.Run("eval", folder.Folder).Text((folder.Folder, "{folder}")));
    }

    [Fact]
    public void A_file_that_is_no_policy_is_explained() =>
        Snapshot.Matches(Invocation.Run("eval", run.File("metrics.csv")).Text((run.Folder, "{run}")));

    internal static string Digest(JsonElement summary) => summary.GetProperty("digest").GetString()!;

    private static IEnumerable<string> Names(JsonElement value) => value.EnumerateObject().Select(field => field.Name);

    private static string Property(JsonElement entry, string name) =>
        entry.GetProperty("Properties").TryGetProperty(name, out var value) ? value.ToString() : "";

    private JsonElement[] Stages() => [.. Summary.GetProperty("stages").EnumerateArray()];

    private long FullSteps() =>
        Stages().Single(stage => stage.GetProperty("name").GetString() == "bc-full-2").GetProperty("labels").GetInt64();
}
