using ActorIL.Actors.Exploration;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Perturbations;
using ActorIL.Environments.Stepping;
using ActorIL.Testing;
using ActorIL.Training.Plans;
using ActorIL.Training.Policies;
using ActorIL.Training.Simulation;

namespace ActorIL.Training.Tests.Runs;

/// <summary>Recovery beside the returns, in a run of every kind of stage.</summary>
public class PerturbedEvaluationTests
{
    private static readonly RunPlan Bare = SmallPlans.WithStudents(SmallPlans.CartPole);

    private static readonly RunPlan Plan = Bare with
    {
        Evaluation = Bare.Evaluation with { PerturbedEpisodeCount = 5 },
    };

    [Fact]
    public void Every_stage_has_its_recovery_and_the_returns_are_those_without()
    {
        var (with, without) = (Running.Simulated(Plan).Report, Running.Simulated(Bare).Report);
        Assert.All(with.Stages, stage => Assert.Equal(5, stage.Evaluation.Recovery?.Count));
        Assert.All(without.Stages, stage => Assert.Null(stage.Evaluation.Recovery));
        Assert.Equal(
            without.Stages.Select(stage => stage.Evaluation),
            with.Stages.Select(stage => stage.Evaluation with { Recovery = null })
        );
        Assert.NotEqual(with.ResultDigest, without.ResultDigest);
        Assert.Equal(with.WeightsDigest, without.WeightsDigest);
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

    [Fact]
    public void A_stage_recovers_as_its_policy_does_by_itself()
    {
        var report = Running.Simulated(Plan).Report;
        var environment = Plan.Environment;
        foreach (var named in report.Policies.Where(policy => report.Stages.Any(stage => stage.Stage == policy.Stage)))
        {
            var policy = PolicyResolution.Resolve(environment, new PolicySource.Trained(named.Policy)).Require();
            var alone = PerturbedEpisodes.Run(
                environment.Module,
                environment.Perturbation.Require(),
                policy,
                new EpisodeBudget(0, 5),
                new RngKey(Plan.Evaluation.Seed)
            );
            var recovery = report.Stages.Single(stage => stage.Stage == named.Stage).Evaluation.Recovery;
            Assert.Equal(alone.WideStarts.Sum(static value => value), recovery?.WideStarts.Count);
            Assert.Equal(alone.Pushes.Sum(static value => value), recovery?.Pushes.Count);
        }
    }

    [Fact]
    public void Explored_schedules_and_crashes_break_no_promise()
    {
        var simulation = RunSimulation.Of(Plan).Require();
        Seeded.Run(
            5,
            seed =>
            {
                var faults = new FaultSelection(Crashes: true, Failures: true, Results: false);
                Assert.Empty(simulation.Run(simulation.Draw(RngKey.Root(seed), 0, faults)).Broken);
            }
        );
    }
}
