using System.Collections.Immutable;
using System.Text.Json;
using ActorIL.Bench.Growth;
using ActorIL.Cli.Benchmarks;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Tests.Running;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Tests.Benchmarks;

/// <summary>What grows and what is said of it; how fast or how large anything is, no test says.</summary>
public sealed class GrowthTests
{
    private static GrowthPlan Small { get; } =
        new(
            [
                new(GrowthDimension.Environments, 4, 8, 1, 16),
                new(GrowthDimension.Environments, 8, 8, 2, 32),
                new(GrowthDimension.Width, 4, 16, 1, 16),
            ],
            new(GrowthDimension.RunLength, 4, 8, 1, 64),
            PartCount: 4,
            RepetitionCount: 2
        );

    private static Lazy<GrowthReport> SmallReport { get; } =
        new(static () =>
        {
            var run = BenchmarkRuns
                .Bind(Quiet(TextWriter.Null), BenchmarkRuns.Growing, ["ppo.rollout-steps=4"])
                .MapError(static errors => errors[0])
                .Require();
            var training = BenchmarkRuns.Training(run).MapError(static errors => errors[0]).Require();
            return GrowthBenchmark.Run(run.Plan, training, Small).Require();
        });

    [Fact]
    public void A_small_plan_gives_a_row_for_each_training_and_for_each_part_of_the_long_one()
    {
        var rows = SmallReport.Value.Rows;
        Assert.Equal(
            [
                "environments_4_workers_1",
                "environments_8_workers_2",
                "width_16_workers_1",
                "run_length_16_workers_1",
                "run_length_32_workers_1",
                "run_length_48_workers_1",
                "run_length_64_workers_1",
            ],
            rows.Select(static row => row.Point.Name)
        );
        Assert.All(rows, static row => Assert.InRange(row.StepsPerSecond, row.Least, row.Most));
        Assert.All(rows, static row => Assert.True(row.Least > 0 && row.ShareOfPeak > 0));
    }

    [Fact]
    public void Growth_is_one_object_like_every_benchmark()
    {
        using var output = new StringWriter();
        GrowthBenchmarkView.Write(Quiet(output), SmallReport.Value, isJson: true);
        using var document = JsonDocument.Parse(output.ToString());
        Assert.Equal(
            ["name", "figures", "peak_gflops", "share_of_peak", "repetitions", "machine"],
            document.RootElement.EnumerateObject().Select(static property => property.Name)
        );
        var row = document.RootElement.GetProperty("figures").GetProperty("environments_8_workers_2");
        Assert.Equal(
            [
                "dimension",
                "environments",
                "width",
                "workers",
                "environment_steps",
                "steps_per_second",
                "least",
                "most",
                "share_of_peak",
                "peak_mebibytes",
                "heap_mebibytes",
            ],
            row.EnumerateObject().Select(static property => property.Name)
        );
        Assert.Equal(
            ("environments", 8, 8, 2, 32),
            (
                row.GetProperty("dimension").GetString(),
                row.GetProperty("environments").GetInt32(),
                row.GetProperty("width").GetInt32(),
                row.GetProperty("workers").GetInt32(),
                row.GetProperty("environment_steps").GetInt32()
            )
        );
    }

    [Fact]
    public void Growth_is_a_table_for_people()
    {
        using var output = new StringWriter();
        GrowthBenchmarkView.Write(Quiet(output), SmallReport.Value, isJson: false);
        var lines = output.ToString().Split('\n');
        Assert.StartsWith("growing", lines[0], StringComparison.Ordinal);
        Assert.Equal(7, lines.Skip(1).TakeWhile(static line => line.Length > 0).Count());
        Assert.Contains("-bit vectors", lines[^2], StringComparison.Ordinal);
    }

    [Fact]
    public void Growth_is_drawn_as_speed_and_memory_by_each_thing_that_grows()
    {
        var drawn = GrowthFigure.Draw(SmallReport.Value).Standalone;
        Assert.All(
            (ImmutableArray<string>)["environments", "width", "run length"],
            name =>
            {
                Assert.Contains($">Steps a second, {name}<", drawn, StringComparison.Ordinal);
                Assert.Contains($">Memory, {name}<", drawn, StringComparison.Ordinal);
            }
        );
        Assert.DoesNotContain("no values", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void The_usual_plan_has_4_to_65536_environments_32_to_1024_units_and_two_workers()
    {
        var points = GrowthPlan.Usual(repetitionCount: 1, isFull: false).Points;
        var environments = points.Where(static point => point.Dimension == GrowthDimension.Environments).ToList();
        var widths = points.Where(static point => point.Dimension == GrowthDimension.Width).ToList();
        Assert.Equal(
            [4, 64, 1_024, 16_384, 65_536],
            environments.Select(static point => point.EnvironmentCount).Distinct()
        );
        Assert.Equal([32, 64, 128, 256, 512, 1_024], widths.Select(static point => point.Width).Distinct());
        Assert.Equal([1, 2], points.Select(static point => point.WorkerCount).Distinct());
    }

    [Theory]
    [InlineData(false, 10_000_000)]
    [InlineData(true, 100_000_000)]
    public void The_long_training_has_a_hundred_million_steps_where_all_is_wanted(bool isFull, long stepCount) =>
        Assert.Equal(stepCount, GrowthPlan.Usual(repetitionCount: 1, isFull).Long.StepCount);

    [Fact]
    public void A_figure_that_cannot_be_written_is_told_before_anything_runs()
    {
        using var folder = new TemporaryFolder();
        var shown = Invocation.Run("bench", "growth", "--figure", folder.Combine("none", "growth.svg"));
        Assert.Equal((1, ""), (shown.Code, shown.Out));
        Assert.Contains("no such folder on the way", shown.Error, StringComparison.Ordinal);
    }

    private static Terminal Quiet(TextWriter output) => new(output, TextWriter.Null, _ => null, TimeProvider.System);
}
