using ActorIL.Cli.Runs;

namespace ActorIL.Cli.Tests.Output;

public class SummaryTests
{
    private static RunSummary Summary =>
        new()
        {
            Digest = "0123456789abcdef",
            ResultDigest = "1123456789abcdef",
            WeightsDigest = "2123456789abcdef",
            Seed = ulong.MaxValue,
            WorkerCount = 2,
            Host = "parallel",
            IsCompleted = false,
            RunDirectory = "runs/\u00fcbung-1",
            WallSeconds = 12.25,
            EnvironmentStepCount = 300_032,
            TrainingStepsPerSecond = 123_456.5,
            PeakMemoryBytes = 80_000_000,
            Stages = [.. Stages.All.Take(2)],
        };

    [Fact]
    public void The_object_is_this() => Snapshot.Matches(SummaryJson.Render(Summary));

    [Fact]
    public void Recovery_and_latching_are_fields_of_an_evaluation_where_they_were_measured()
    {
        var both = Stages.Watched("mine", 0.928, 0.087, 200);
        var evaluation = both.Evaluation with { Recovery = Stages.Perturbed("", "bc", 21, 0).Evaluation.Recovery };
        Snapshot.Matches(SummaryJson.Render(Summary with { Stages = [both with { Evaluation = evaluation }] }));
    }

    [Fact]
    public void The_text_is_this() => Snapshot.Matches(RunText.Render(Summary));

    [Fact]
    public void Numbers_that_json_lacks_are_null()
    {
        var evaluation = Stages.All[0].Evaluation with { Mean = double.NaN };
        var text = SummaryJson.Render(Summary with { Stages = [Stages.All[0] with { Evaluation = evaluation }] });
        Assert.Contains("\"mean\": null", text, StringComparison.Ordinal);
    }
}
