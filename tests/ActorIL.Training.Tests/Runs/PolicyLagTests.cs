using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Numerics.Heads;
using ActorIL.Numerics.Networks;
using ActorIL.Training.Blocks;
using ActorIL.Training.Collection;
using ActorIL.Training.Learning;
using ActorIL.Training.Plans;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Tests.Runs;

public sealed class PolicyLagTests
{
    [Fact]
    public void Both_hosts_and_any_number_of_workers_give_the_same_digest() =>
        RunPromises.OneDigest(SmallPlans.Lagging, 1, 2, 4);

    [Fact]
    public void A_crash_of_any_actor_changes_nothing() =>
        RunPromises.CrashesChangeNothing(SmallPlans.Lagging, "/run/learner");

    [Fact]
    public void Other_orders_and_failures_break_no_invariant() =>
        RunPromises.SchedulesBreakNothing(SmallPlans.Lagging, count: 4);

    [Fact]
    public void With_a_lag_of_one_each_rollout_is_collected_by_the_policy_before_the_last()
    {
        var log = new MessageLog();
        Running.Simulated(SmallPlans.Lagging, faults: null, log);
        var policies = PoliciesOf(log);
        Assert.Equal(policies[0], policies[1]);
        Assert.Equal(policies.Count - 1, policies.Distinct().Count());

        var plain = new MessageLog();
        Running.Simulated(SmallPlans.Of(SmallPlans.CartPole), faults: null, plain);
        Assert.Equal(policies.Count, PoliciesOf(plain).Distinct().Count());
    }

    [Theory]
    [InlineData("CartPole-v1")]
    [InlineData("Pendulum-v1")]
    public void Rollouts_bring_the_log_probabilities_that_the_collecting_policy_gives_their_actions(string environment)
    {
        var log = new MessageLog();
        var plan = SmallPlans.LaggingIn(EnvironmentCatalog.Shipped.Find(environment).Require());
        Running.Simulated(plan, faults: null, log);
        var collecting = log.Of<CollectorMessage.Collect>().ToList();
        var rolled = log.Of<LearnerMessage.Rolled>().ToList();
        Assert.NotEmpty(rolled);
        for (var i = 0; i < rolled.Count; i++)
        {
            var rollout = rolled[i].Collected.Rollout;
            var policy = ((PolicySource.Trained)collecting[i].Drive.Policy).Snapshot;
            Assert.Equal(Rated(plan, policy, rollout), rollout.LogProbabilities.ToArray());
        }
    }

    [Fact]
    public void Learning_and_collecting_stand_in_one_round()
    {
        var log = new DeliveryLog();
        Running.Simulated(SmallPlans.Lagging, faults: null, log);
        var collecting = log
            .Deliveries.Where(static delivery => delivery.Message is BlockMessage.Collect)
            .Select(static delivery => (delivery.Key.Tick, delivery.Key.Micro))
            .ToHashSet();
        var learning = log
            .Deliveries.Where(static delivery => delivery.Message is LearnerMessage.Learn { HopCount: 0 })
            .Select(static delivery => (delivery.Key.Tick, delivery.Key.Micro))
            .ToList();
        Assert.Equal(SmallPlans.Ppo.UpdateCount, learning.Count);

        // The last rollout has none after it to be collected meanwhile.
        Assert.All(learning[..^1], round => Assert.Contains(round, collecting));
    }

    private static float[] Rated(RunPlan plan, PolicySnapshot snapshot, Rollout rollout)
    {
        var module = plan.Environment.Module;
        var policy = NetworkPolicy.Create(module.Observations, module.Actions, snapshot).Require();
        var output = new float[rollout.Count * policy.Architecture.Network.OutputCount];
        Network.Evaluate(
            policy.Architecture.Network,
            snapshot.Parameters.Values[..policy.Architecture.Network.ParameterCount],
            rollout.Observations.AsSpan(),
            rollout.Count,
            output
        );
        var rated = new float[rollout.Count];
        if (!policy.Architecture.IsDiscrete)
        {
            GaussianHead.LogProbability(output, policy.LogStd, rollout.Actions.AsSpan(), rated);
            return rated;
        }

        var logs = new float[output.Length];
        CategoricalHead.Evaluate(2, output, logs, new float[output.Length], new float[rollout.Count]);
        CategoricalHead.Select(2, logs, [.. rollout.Actions.Select(static action => (int)action)], rated);
        return rated;
    }

    private static List<ParameterBlock> PoliciesOf(MessageLog log) =>
        [
            .. log.Of<CollectorMessage.Collect>()
                .Take(SmallPlans.Ppo.UpdateCount)
                .Select(static request => ((PolicySource.Trained)request.Drive.Policy).Snapshot.Parameters),
        ];
}
