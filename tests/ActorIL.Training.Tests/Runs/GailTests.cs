using System.Globalization;
using System.Text;
using ActorIL.Actors.Exploration;
using ActorIL.Actors.Hosts;
using ActorIL.Algorithms.Gail;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Testing;
using ActorIL.Training.Learning;
using ActorIL.Training.Plans;
using ActorIL.Training.Simulation;

namespace ActorIL.Training.Tests.Runs;

/// <summary>Generators and discriminators keep every promise that the rest of a run keeps.</summary>
public class GailTests
{
    private static readonly RunPlan Plan = GailPlans.Of(SmallPlans.CartPole);

    [Fact]
    public void Both_hosts_and_any_number_of_workers_give_the_same_digest() => RunPromises.OneDigest(Plan, 1, 2, 8);

    [Fact]
    public void A_crash_of_any_actor_leaves_the_digest_alone() =>
        RunPromises.CrashesChangeNothing(Plan, "/run/absorbed/discriminator");

    [Fact]
    public void Explored_schedules_and_faults_break_no_promise() => RunPromises.SchedulesBreakNothing(Plan, 60);

    /// <summary>
    /// A change of this snapshot means that every recorded run is another one now: deliberate, versioned and noted.
    /// </summary>
    [Theory]
    [InlineData("CartPole-v1")]
    [InlineData("Pendulum-v1")]
    public void They_keep_their_digests(string environment)
    {
        var run = Running.Simulated(GailPlans.Of(EnvironmentCatalog.Shipped.Find(environment).Require()));
        Assert.True(run.Report.IsComplete, run.Outcome.ToString());
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"digest        {run.Digest}");
        text.AppendLine(CultureInfo.InvariantCulture, $"result_digest {run.Report.ResultDigest}");
        text.AppendLine(CultureInfo.InvariantCulture, $"steps         {run.Report.EnvironmentStepCount}");
        foreach (var stage in run.Report.Stages)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {stage.Stage, -24} {stage.Algorithm, -15} {stage.Selected} labels {stage.LabelCount, 4}"
                    + $"  steps {stage.EnvironmentStepCount, 5}  mean {stage.Evaluation.Mean:F4}"
                    + $"  control {stage.Control?.Difference.Reference ?? "-"}"
            );
        }

        Snapshot.Matches(text.ToString(), environment);
    }

    [Fact]
    public void Learners_are_paid_by_their_discriminator_or_the_constant_and_by_nothing_else()
    {
        var log = new DeliveryLog();
        _ = Running.Simulated(Plan, faults: null, log);
        var paid = log.Deliveries.Select(delivery => delivery.Message).OfType<LearnerMessage.Rewarded>().ToList();
        Assert.NotEmpty(paid);
        Assert.Contains(paid, rewarded => rewarded.Rewards.Rewards.All(static reward => reward == 1));
        Assert.Contains(paid, rewarded => rewarded.Rewards.Rewards.All(static reward => reward < 0));
        Assert.Contains(paid, rewarded => rewarded.Rewards.Rewards.All(static reward => reward > 0 && reward != 1));
    }

    [Fact]
    public void Only_students_that_learn_from_the_expert_have_labels()
    {
        var stages = Running.Simulated(Plan).Report.Stages;
        var (absorbed, control, plain) = (stages[1], stages[2], stages[3]);
        Assert.Equal((40, 2, "absorbed"), (absorbed.LabelCount, absorbed.DemonstrationEpisodeCount, absorbed.Stage));
        Assert.Equal(
            (0, 0, "constant-reward"),
            (control.LabelCount, control.DemonstrationEpisodeCount, control.Algorithm)
        );
        Assert.Equal((500, 1), (plain.LabelCount, plain.DemonstrationEpisodeCount));
        Assert.Equal((128 + 40, 128), (absorbed.EnvironmentStepCount, control.EnvironmentStepCount));
        Assert.Equal("absorbed-constant-reward", absorbed.Control!.Difference.Reference);
        Assert.Null(plain.Control);
    }

    [Fact]
    public void A_generator_comes_close_to_its_expert_where_its_control_cannot()
    {
        var ppo = SmallPlans.Ppo with
        {
            StepCount = 60_000,
            EnvironmentCount = 8,
            RolloutSteps = 128,
            EpochCount = 8,
            MinibatchSize = 128,
            LearningRateSchedule = Algorithms.Ppo.Schedule.Linear,
            ValueClip = false,
            HiddenSizes = [32],
        };
        var plan = GailPlans.Of(SmallPlans.CartPole);
        var first = plan.Adversaries[0] with
        {
            Horizon = 100,
            Generator = new(ppo, BlockCount: 1, ValidationEpisodes: 1, ValidationIntervalUpdates: 100),
            Discriminator = GailPlans.Discriminator with
            {
                Reward = RewardForm.Logit,
                HiddenSizes = [32],
                LearningRate = 1e-3,
                UpdateCount = 8,
                BatchSize = 128,
            },
        };
        var stages = Running
            .Simulated(plan with { Adversaries = [first, first.Control], Evaluation = new(7, 50, 2) })
            .Report.Stages;
        Assert.True(stages[1].Evaluation.Mean > 100, stages[1].ToString());
        Assert.True(stages[2].Evaluation.Mean < 60, stages[2].ToString());
        Assert.True(stages[1].Control!.CanJudge);
    }
}
