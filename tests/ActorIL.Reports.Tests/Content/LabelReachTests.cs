using System.Collections.Immutable;
using ActorIL.Reports.Content;
using ActorIL.Storage.Files;

namespace ActorIL.Reports.Tests.Content;

public class LabelReachTests
{
    private static readonly LabelTarget Return = new(IsFailure: false, 475);

    [Fact]
    public void The_first_round_that_reaches_the_target_counts_also_where_a_later_one_does_not()
    {
        var reach = Of(Return, Run(Student("mine", 300), (100, 20), (200, 480), (300, 30)));
        Assert.Equal((200, 1, 300), (reach.Median, reach.SeedCount, reach.LabelsMax));
        Assert.Equal(("200", "200 to 200"), (reach.MedianText, reach.RangeText));
    }

    [Fact]
    public void Seeds_that_never_reach_it_count_as_more_than_any()
    {
        var (early, late, never) = (
            Run(Student("mine", 300), (100, 500)),
            Run(Student("mine", 300), (100, 0), (250, 475)),
            Run(Student("mine", 400), (400, 474.9))
        );
        Assert.Equal("250", Of(Return, early, late, never).MedianText);
        Assert.Equal("100 to not reached", Of(Return, early, late, never).RangeText);
        Assert.Equal("not reached (400)", Of(Return, early, never, never).MedianText);
        Assert.Equal("not reached", Of(Return, never).RangeText);
        Assert.Equal(
            "not reached (400)",
            Of(Return, early, never).MedianText.Replace("100", "x", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Failures_are_to_be_few()
    {
        var target = new LabelTarget(IsFailure: true, 0.02);
        var run = Run(Student("mine", 300)) with
        {
            Metrics = [new("mine", 100, target.Metric, 0.5), new("mine", 200, target.Metric, 0.02)],
        };
        Assert.Equal(200, Of(target, run).Median);
    }

    [Fact]
    public void Who_is_not_validated_counts_by_the_evaluation()
    {
        Assert.Equal(70, Of(Return, Run(Student("bc-first-20-of-1", 70) with { Mean = 490 })).Median);
        Assert.False(Of(Return, Run(Student("bc-first-20-of-1", 70))).HasMedian);
    }

    [Fact]
    public void All_label_counts_of_DAgger_are_one_student()
    {
        var stages = ImmutableArray
            .Create(40, 80)
            .Select(labels => Student($"dagger-{labels}", labels) with { Algorithm = "dagger" });
        var run = Run([.. stages], "dagger", (20, 9), (60, 476));
        Assert.Equal([("dagger", 60L)], LabelReach.Of([run], Return).Select(reach => (reach.Stage, reach.Median)));
    }

    private static LabelReach Of(LabelTarget target, params ImmutableArray<RunFacts> runs) =>
        Assert.Single(LabelReach.Of(runs, target));

    private static RunFacts Run(StageFacts student, params ImmutableArray<(long Labels, double Value)> rounds) =>
        Run([student], student.Name, rounds);

    private static RunFacts Run(
        ImmutableArray<StageFacts> students,
        string stage,
        params ImmutableArray<(long Labels, double Value)> rounds
    ) =>
        new()
        {
            EnvironmentId = "CartPole-v1",
            Seed = 1,
            Configuration = "",
            Metrics = [.. rounds.Select(round => new MetricRow(stage, round.Labels, "validation_return", round.Value))],
            Summary = new()
            {
                Digest = "",
                ResultDigest = "",
                WeightsDigest = "",
                IsCompleted = true,
                EnvironmentStepCount = 0,
                Machine = "",
                Stages = students,
            },
        };

    private static StageFacts Student(string name, long labels) =>
        new()
        {
            Name = name,
            Algorithm = "bc",
            LabelCount = labels,
            DemonstrationEpisodeCount = 0,
            Selected = "validation",
            Count = 10,
            Mean = 100,
            Minimum = 1,
            CiLow = 90,
            CiHigh = 110,
        };
}
