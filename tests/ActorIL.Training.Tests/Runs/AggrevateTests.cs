using ActorIL.Actors.Exploration;
using ActorIL.Actors.Hosts;
using ActorIL.Algorithms.Aggrevate;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Testing;
using ActorIL.Training.Appraisals;
using ActorIL.Training.Plans;
using ActorIL.Training.Replay;
using ActorIL.Training.Simulation;

namespace ActorIL.Training.Tests.Runs;

/// <summary>Students that learn from true costs-to-go keep every promise that other students keep.</summary>
public class AggrevateTests
{
    internal static RunPlan Plan { get; } = With(SmallPlans.CartPole, []);

    internal static StudentPlan OfCartPole => Appraised(SmallPlans.CartPole, []);

    [Theory]
    [InlineData("CartPole-v1")]
    [InlineData("Pendulum-v1")]
    public void Both_hosts_and_any_number_of_workers_give_the_same_digest(string environment)
    {
        var entry = EnvironmentCatalog.Shipped.Find(environment).Require();
        var plan = With(entry, entry.Id == "Pendulum-v1" ? [3] : []);
        RunPromises.OneDigest(plan, 1, 2);
    }

    [Fact]
    public void A_crash_of_any_actor_leaves_the_digest_alone() =>
        RunPromises.CrashesChangeNothing(Plan, "/run/appraised/appraiser");

    [Fact]
    public void Explored_schedules_and_crashes_break_no_promise() => RunPromises.SchedulesBreakNothing(Plan, 10);

    [Fact]
    public void Labels_and_the_steps_they_took_are_counted_apart()
    {
        var messages = new MessageLog();
        var stages = Running.Simulated(Plan, faults: null, messages).Report.Stages;
        var own = stages.Single(stage => stage.Stage == "appraised");
        var (asked, kept) = (messages.Of<AppraiserMessage>(), messages.Of<ReplayMessage>());
        var labelled = asked.Sum(message => message.Match(ask => ask.Visit.Labelled.Sum(static flag => flag), _ => 0));
        Assert.Equal((labelled, labelled), (own.LabelCount, own.CostLabelCount));
        Assert.InRange(own.LabelCount, 9, 6 * 3);

        // Every fork is a candidate's step and the expert's to the end: CartPole pays 1 a step.
        var batches = kept.Select(message => message.Match(append => append.Batch)).Where(batch => batch.CostCount > 0);
        var steps = batches.Sum(batch => batch.Costs.Sum(static cost => -(long)cost - 1));
        Assert.Equal(steps, own.ExpertStepCount);
        Assert.All(
            stages.Where(stage => stage.Algorithm != "aggrevate"),
            stage => Assert.Equal((0, 0), (stage.CostLabelCount, stage.ExpertStepCount))
        );
    }

    [Fact]
    public void The_last_cost_of_a_row_is_what_the_experts_first_episodes_realised()
    {
        var messages = new MessageLog();
        _ = Running.Simulated(Plan, faults: null, messages);
        var visit = messages
            .Of<AppraiserMessage>()[0]
            .Match(ask => ask.Visit, _ => throw new InvalidOperationException());
        var batch = messages
            .Of<ReplayMessage>()
            .Select(message => message.Match(append => append.Batch))
            .First(batch => batch.CostCount > 0);
        var row = 0;
        for (var step = 0; step < visit.Rollout.Count; step++)
        {
            if (visit.Labelled[step] == 0)
            {
                continue;
            }

            // The expert drove the first round, so its own action is the executed one.
            Assert.Equal(visit.Rollout.Actions[step], batch.Labels[row]);
            Assert.Equal(-Rest(visit.Rollout, step), batch.Costs[(row * batch.CostCount) + batch.CostCount - 1]);
            row++;
        }

        Assert.Equal(batch.Count, row);
    }

    [Fact]
    public void No_more_labels_are_taken_than_the_student_has()
    {
        var student = Appraised(SmallPlans.CartPole, []);
        var plan = Plan with
        {
            Students =
            [
                student with
                {
                    Learning = student.Learning with { LabelCountMax = 7 },
                },
                SmallPlans.Remembering with
                {
                    Learning = SmallPlans.Remembering.Learning with { LabelCountMax = 11 },
                },
            ],
        };
        var stages = Running.Simulated(plan).Report.Stages;
        Assert.Equal(7, stages.Single(stage => stage.Stage == "appraised").LabelCount);
        Assert.Equal(11, stages.Single(stage => stage.Stage == "lstm").LabelCount);
    }

    [Fact]
    public void Stages_are_compared_with_the_reference_episode_by_episode()
    {
        var plan = Plan with { Evaluation = Plan.Evaluation with { Reference = "expert" } };
        var report = Running.Simulated(plan).Report;
        var expert = report.Stages.Single(stage => stage.Stage == "expert");
        Assert.Null(expert.Difference);
        Assert.All(
            report.Stages.Where(stage => stage != expert),
            stage =>
            {
                Assert.Equal(stage.Evaluation.Mean - expert.Evaluation.Mean, stage.Difference!.Mean, 1e-9);
                Assert.InRange(stage.Difference.Mean, stage.Difference.CiLow, stage.Difference.CiHigh);
            }
        );
        Assert.Equal(Running.Simulated(Plan).Digest, Running.Simulated(plan).Digest);
    }

    private static RunPlan With(EnvironmentEntry environment, int[] points) =>
        SmallPlans.Of(environment) with
        {
            Students = [Appraised(environment, points)],
        };

    private static StudentPlan Appraised(EnvironmentEntry environment, int[] points) =>
        new(
            "appraised",
            "aggrevate",
            SmallPlans.Remembering.Learning with
            {
                Student = SmallPlans.Cloning with
                {
                    UpdateCount = 20,
                    Costs = new AggrevateConfig(
                        CandidateGrid.Create(environment.Module.Actions, new([.. points])).Require(),
                        LabelsPerEpisode: 3,
                        RolloutCount: 1,
                        ImitationWeight: 1
                    ),
                },
            }
        );

    private static float Rest(Rollout rollout, int step)
    {
        var sum = 0f;
        for (var i = step; i < rollout.Count; i++)
        {
            sum += rollout.Rewards[i];
            if (rollout.Endings[i] != (byte)Ending.None)
            {
                break;
            }
        }

        return sum;
    }
}
