using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Training.Plans;

namespace ActorIL.Training.Tests.Runs;

/// <summary>The latching detector in a run of every kind of stage.</summary>
public class LatchingEvaluationTests
{
    private static readonly RunPlan Bare = SmallPlans.WithStudents(
        EnvironmentCatalog.Shipped.Find("Pendulum-v1").Require()
    );

    private static readonly RunPlan Plan = Bare with { Evaluation = Bare.Evaluation with { LatchingEpisodeCount = 3 } };

    [Fact]
    public void Every_stage_is_watched_and_the_rest_is_as_without()
    {
        var (with, without) = (Running.Simulated(Plan).Report, Running.Simulated(Bare).Report);
        Assert.All(with.Stages, stage => Assert.Equal(3, stage.Evaluation.Latching?.Count));
        Assert.Equal(
            without.Stages.Select(stage => stage.Evaluation),
            with.Stages.Select(stage => stage.Evaluation with { Latching = null })
        );
        var expert = with.Stages.Single(stage => stage.Stage == "expert").Evaluation.Latching;
        Assert.Equal(expert?.RepeatShare, expert?.ExpertRepeatShare);
        Assert.Equal(0, expert?.Latched.Count);
    }

    [Fact]
    public void Both_hosts_and_any_number_of_workers_give_the_same_digest()
    {
        var simulated = Running.Simulated(Plan);
        foreach (var workerCount in new[] { 1, 2 })
        {
            var parallel = Running.Parallel(Plan, workerCount);
            Assert.Equal(simulated.Digest, parallel.Digest);
            Assert.Equal(simulated.Report.ResultDigest, parallel.Report.ResultDigest);
        }
    }
}
