using ActorIL.Actors.Hosts;
using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Training.Plans;

namespace ActorIL.Training.Tests.Runs;

public class FaultTests
{
    private const string Block = "/run/learner/collector/block-1";

    [Fact]
    public void A_crash_of_any_actor_at_any_kind_of_moment_leaves_the_digest_alone()
    {
        var plan = SmallPlans.Of(SmallPlans.CartPole);
        var log = new DeliveryLog();
        var undisturbed = Running.Simulated(plan, faults: null, log);
        Assert.True(log.CountByPath.Count > 15, $"Only {log.CountByPath.Count} actors took part.");

        // Each actor crashes at its first, its middle and its last delivery, all in one run.
        var crashes = log.CountByPath.SelectMany(actor =>
            new[] { 1, (actor.Value + 1) / 2, actor.Value }
                .Distinct()
                .Select(index => new PlannedFault(actor.Key, index, FaultKind.Crash))
        );
        var faults = new FaultPlan([.. crashes]);
        var crashed = Running.Simulated(plan, faults);
        Assert.Equal(undisturbed.Digest, crashed.Digest);
        Assert.Equal(undisturbed.Report.ResultDigest, crashed.Report.ResultDigest);
        Assert.Equal(undisturbed.Digest, Running.Parallel(plan, workerCount: 2, faults).Digest);
    }

    [Fact]
    public void A_block_that_fails_once_is_asked_again_and_the_run_ends_with_the_same_result()
    {
        var plan = SmallPlans.Of(SmallPlans.CartPole);
        var undisturbed = Running.Simulated(plan);
        var faults = new FaultPlan([new(Block, DeliveryIndex: 2, FaultKind.Failure)]);
        var failed = Running.Simulated(plan, faults);
        Assert.True(failed.Report.IsComplete);
        Assert.Equal(undisturbed.Report.ResultDigest, failed.Report.ResultDigest);
        Assert.Equal(undisturbed.Report.WeightsDigest, failed.Report.WeightsDigest);
        Assert.NotEqual(undisturbed.Digest, failed.Digest);
        Assert.Equal(failed.Digest, Running.Parallel(plan, workerCount: 2, faults).Digest);
    }

    [Fact]
    public void An_environment_that_fails_again_ends_the_run_after_the_retries_with_its_state_and_action()
    {
        var broken = new EnvironmentModule<Trapdoor, TrapdoorParams, TrapdoorState>(
            "Trapdoor-v0",
            "Fails at its fifth step.",
            new()
        );
        var plan = SmallPlans.Of(new EnvironmentEntry(broken));
        var log = new LifecycleLog();
        var run = Running.Simulated(plan, faults: null, log);
        var text = run.Outcome.Match(
            completed: _ => "completed",
            interrupted: _ => "interrupted",
            failed: failed => failed.Failure.Text,
            faulted: faulted => faulted.Error.ToString()
        );
        Assert.Contains("Trapdoor-v0", text, StringComparison.Ordinal);
        Assert.Contains("position", text, StringComparison.Ordinal);
        Assert.Contains("Action: ", text, StringComparison.Ordinal);
        Assert.False(run.Report.IsComplete);

        // The first failure and three repeats of each of the two blocks, of which the first to give up ends it.
        Assert.InRange(log.FailureCount, 1 + plan.RetriesMax, 2 * (1 + plan.RetriesMax));
    }

    [Fact]
    public void A_run_stopped_during_PPO_keeps_its_best_candidate_so_far()
    {
        var ppo = SmallPlans.Ppo with { StepCount = 20_480 };
        var expert = new ExpertPlan.Trained(ppo, BlockCount: 1, ValidationEpisodes: 4, ValidationIntervalUpdates: 2);
        var plan = SmallPlans.Of(SmallPlans.CartPole) with { Expert = expert };
        var host = new SimulationHost(RunSystem.Root(plan), RunSystem.Settings(plan));
        var outcome = host.Run(progress => progress.Tick > 1_500);
        Assert.True(outcome.Match(_ => false, _ => true, _ => false, _ => false), outcome.ToString());
        var report = RunSystem.Report(plan, host).Require();
        Assert.False(report.IsComplete);
        Assert.Equal(["expert-unfinished"], report.Policies.Select(policy => policy.Stage));
    }

    [Fact]
    public void Another_number_of_shards_changes_no_evaluation()
    {
        var plan = SmallPlans.Of(SmallPlans.CartPole);
        var other = plan with { Evaluation = plan.Evaluation with { ShardCount = 1 } };
        Assert.Equal(Running.Simulated(plan).Report.ResultDigest, Running.Simulated(other).Report.ResultDigest);
    }

    private sealed class LifecycleLog : IRunObserver
    {
        public int FailureCount { get; private set; }

        public void AfterRound(in RoundReport report)
        {
            foreach (var entry in report.Events)
            {
                FailureCount +=
                    entry.Kind == LifecycleKind.Failed
                    && report.PathOf(entry.Actor).Contains("block", StringComparison.Ordinal)
                        ? 1
                        : 0;
            }
        }
    }
}
