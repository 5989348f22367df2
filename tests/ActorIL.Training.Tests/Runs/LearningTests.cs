using ActorIL.Algorithms.Ppo;
using ActorIL.Training.Plans;
using ActorIL.Training.Reports;

namespace ActorIL.Training.Tests.Runs;

public class LearningTests
{
    /// <summary>Long enough to learn, short enough for every test run; the full job is the program's.</summary>
    [Fact]
    public void PPO_learns_CartPole_and_its_clones_and_DAgger_student_follow()
    {
        var ppo = SmallPlans.Ppo with
        {
            StepCount = 40_960,
            RolloutSteps = 128,
            EpochCount = 4,
            MinibatchSize = 128,
            HiddenSizes = [32, 32],
        };
        var small = SmallPlans.Of(SmallPlans.CartPole);
        var plan = small with
        {
            Expert = new ExpertPlan.Trained(ppo, BlockCount: 1, ValidationEpisodes: 20, ValidationIntervalUpdates: 10),
            Demonstration = small.Demonstration with { Student = SmallPlans.Cloning with { UpdateCount = 500 } },
            Dagger = small.Dagger! with
            {
                Rounds = SmallPlans.Rounds with { LabelCounts = [40, 200], LabelsPerRound = 40 },
                Student = SmallPlans.Cloning with { UpdateCount = 300 },
            },
            Evaluation = small.Evaluation with { EpisodeCount = 40 },
        };
        var report = Running.Simulated(plan).Report;

        // A random policy scores 22.
        Assert.True(Mean(report, "expert") > 300, $"expert {Mean(report, "expert")}");
        Assert.True(Mean(report, "bc-full-2") > 150, $"bc-full-2 {Mean(report, "bc-full-2")}");
        Assert.True(Mean(report, "dagger-200") > 200, $"dagger-200 {Mean(report, "dagger-200")}");
        Assert.Equal(40_960, report.Stages.Single(stage => stage.Stage == "expert").EnvironmentStepCount);
        Assert.Equal(200, report.Stages.Single(stage => stage.Stage == "dagger-200").LabelCount);
    }

    private static double Mean(RunReport report, string stage) =>
        report.Stages.Single(other => other.Stage == stage).Evaluation.Mean;
}
