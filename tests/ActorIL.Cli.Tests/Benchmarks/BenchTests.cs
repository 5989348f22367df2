using System.Text.Json;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Tests.Running;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;

namespace ActorIL.Cli.Tests.Benchmarks;

/// <summary>What benchmarks print; how fast anything is, no test says.</summary>
public sealed class BenchTests
{
    [Theory]
    [InlineData("gemm", "128x64x64", "256x256x256", "64x512x3136")]
    [InlineData("convolution", "nature_84", "nature_96_frames", "nature_84_of_gemm", "gemm_1024x1024x1024")]
    [InlineData("update", "minibatch_128", "samples_2048", "policy_and_value", "cloning_samples_128")]
    [InlineData("environments", "CartPole-v1_scalar_1", "CartPole-v1_vector_1024", "Pendulum-v1_vector_1")]
    public void A_benchmark_of_samples_has_these_figures(string name, params string[] figures)
    {
        var report = Report(name, "--repetitions", "1");
        Assert.All(figures, figure => Assert.True(Median(report, figure) > 0, figure));
    }

    [Fact]
    public void The_benchmark_of_other_processes_has_these_figures()
    {
        var report = Report("external", "--repetitions", "1", "--python", Python.WithNumPyOrSkip());
        Assert.All(
            ["cartpole_1024", "cartpole_numpy_alone", "overhead_1", "overhead_1024", "overhead_minimal_1"],
            figure => Assert.True(Median(report, figure) > 0, figure)
        );
    }

    [Fact]
    public void Without_numpy_it_says_so_and_measures_what_it_can()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A script of the Unix shell stands for a Python without NumPy.");
        var (python, folder) = (Python.AnyOrSkip(), Directory.CreateTempSubdirectory("actoril-python-"));
        var plain = Path.Combine(folder.FullName, "plain");
        File.WriteAllText(plain, $"#!/bin/sh\nexec {python} -S \"$@\"\n");
        Assert.True(Tool.Succeeds("chmod", "+x", plain));
        var result = Invocation.Run("bench", "external", "--repetitions", "1", "--python", plain);
        folder.Delete(recursive: true);
        Assert.StartsWith($"NumPy does not import in {plain}", result.Error, StringComparison.Ordinal);
        Assert.Contains("overhead_minimal_1", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("cartpole", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_benchmark_of_training_has_speed_score_and_phases()
    {
        var report = Report("ppo", "--repetitions", "1", "--set", "ppo.steps=1024", "--set", "evaluation.episodes=2");
        Assert.All(
            ["steps_1_worker", "steps_2_workers", "score", "phase_update_backward", "phase_validation", "phase_all"],
            figure => Assert.True(Median(report, figure) > 0, figure)
        );
        Assert.Equal(1_024, Median(report, "environment_steps"));
    }

    /// <summary>A speed without the score would not count.</summary>
    [Fact]
    public void The_throughput_preset_trains_an_expert_and_says_when_it_was_one()
    {
        var report = Report("throughput", "--repetitions", "1", "--set", "evaluation.episodes=100");
        Assert.True(Median(report, "score") >= 475);
        Assert.Equal(60 * 64 * 1_024, Median(report, "environment_steps"));
        Assert.InRange(Median(report, "steps_to_475"), 1, Median(report, "environment_steps"));
        Assert.True(Median(report, "seconds_to_475_1_worker") > 0);
    }

    /// <summary>The phases and what remains are the whole.</summary>
    [Fact]
    public void The_phases_of_a_training_add_up()
    {
        var report = Report("ppo", "--repetitions", "1", "--set", "ppo.steps=1024", "--set", "evaluation.episodes=2");
        var phases = report
            .GetProperty("figures")
            .EnumerateObject()
            .Where(figure => figure.Name.StartsWith("phase_", StringComparison.Ordinal) && figure.Name != "phase_all")
            .Sum(figure => figure.Value.GetProperty("median").GetDouble());
        Assert.Equal(Median(report, "phase_all"), phases, tolerance: 1e-6);
    }

    /// <summary>Two rounds of 20 labels, 4 passes in batches of 32: 4 gradient steps, then 8.</summary>
    [Fact]
    public void The_benchmark_of_imitation_counts_what_it_did()
    {
        var report = Report(
            "imitation",
            "--repetitions",
            "1",
            "--set",
            "ppo.steps=1024",
            "--set",
            "dagger.label-counts=[40]",
            "--set",
            "dagger.labels-per-round=20",
            "--set",
            "evaluation.episodes=2"
        );
        Assert.Equal(
            (40, 40, 12),
            (Median(report, "labels"), Median(report, "environment_steps"), Median(report, "gradient_steps"))
        );
        Assert.Equal(
            Median(report, "dagger_1_worker"),
            Median(report, "phase_rollouts")
                + Median(report, "phase_labelling")
                + Median(report, "phase_training")
                + Median(report, "phase_messages_and_rest"),
            tolerance: 1e-6
        );
        Assert.All(["score", "dagger_2_workers"], figure => Assert.True(Median(report, figure) > 0, figure));
    }

    [Fact]
    public void The_benchmark_of_the_start_runs_the_program() =>
        Assert.True(Median(Report("startup", "--repetitions", "1", "--help-only"), "help") > 0);

    [Fact]
    public void Messages_keep_their_fields()
    {
        var row = Report("messages", "--repetitions", "1").GetProperty("figures").GetProperty("ping-pong_simulation_1");
        Assert.Equal(
            ("ping-pong", 1),
            (row.GetProperty("workload").GetString(), row.GetProperty("workers").GetInt32())
        );
        Assert.True(row.GetProperty("messages_per_second").GetDouble() > 0);
    }

    [Fact]
    public void Traces_keep_their_fields()
    {
        var row = Report("trace", "--repetitions", "1", "--set", "ppo.steps=512")
            .GetProperty("figures")
            .GetProperty("keys");
        Assert.True(row.GetProperty("bytes_per_step").GetDouble() > 0);
    }

    [Fact]
    public void A_report_for_people_is_a_table_with_the_machine_below()
    {
        var shown = Invocation.Run("bench", "gemm", "--repetitions", "1");
        Assert.Equal((0, ""), (shown.Code, shown.Error));
        Assert.Contains("share of peak\n", shown.Out, StringComparison.Ordinal);
        Assert.Contains("-bit vectors", shown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expert_that_is_not_trained_cannot_be_timed() =>
        Assert.Equal(1, Invocation.Run("bench", "ppo", "--set", "expert.kind=scripted").Code);

    /// <summary>Benchmarks bind the reference alone; it must say what the shipped file says.</summary>
    [Fact]
    public void The_reference_describes_the_main_job() =>
        Assert.Equal(Hash(null), Hash(RepositoryRoot.Combine("hocon", "cartpole.conf")));

    private static string Hash(string? file) =>
        RunConfiguration
            .Bind(new(file, [], ConfigurationFiles.Read, _ => null), ProgramCatalog.Shipped())
            .MapError(errors => errors[0])
            .Require()
            .Configuration.SemanticHash;

    private static double Median(JsonElement report, string figure) =>
        report.GetProperty("figures").GetProperty(figure).GetProperty("median").GetDouble();

    private static JsonElement Report(string name, params string[] arguments)
    {
        var shown = Invocation.Run(["bench", name, .. arguments, "--json"]);
        Assert.Equal((0, ""), (shown.Code, shown.Error));
        using var document = JsonDocument.Parse(shown.Out);
        var report = document.RootElement.Clone();
        Assert.Equal(
            ["name", "figures", "peak_gflops", "share_of_peak", "repetitions", "machine"],
            report.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal(name, report.GetProperty("name").GetString());
        Assert.True(report.GetProperty("peak_gflops").GetDouble() > 0);
        Assert.Equal(
            ["processor", "cores", "vector_bits", "runtime", "system"],
            report.GetProperty("machine").EnumerateObject().Select(property => property.Name)
        );
        return report;
    }
}
