using System.Globalization;
using System.Text;
using ActorIL.Actors.Exploration;
using ActorIL.Actors.Hosts;
using ActorIL.Algorithms.Dagger;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Testing;
using ActorIL.Training.Plans;
using ActorIL.Training.Simulation;

namespace ActorIL.Training.Tests.Runs;

/// <summary>Students of one's own keep every promise that the rest of a run keeps.</summary>
public class OwnStudentTests
{
    private static readonly RunPlan Plan = SmallPlans.WithStudents(SmallPlans.CartPole);

    [Fact]
    public void Both_hosts_and_any_number_of_workers_give_the_same_digest() => RunPromises.OneDigest(Plan, 1, 2, 8);

    [Fact]
    public void A_crash_of_any_actor_leaves_the_digest_alone() => RunPromises.CrashesChangeNothing(Plan);

    [Fact]
    public void Explored_schedules_and_crashes_break_no_promise() => RunPromises.SchedulesBreakNothing(Plan, 20);

    [Fact]
    public void What_the_run_does_besides_is_what_it_does_without_them()
    {
        var with = Running.Simulated(Plan).Report.Stages;
        var without = Running.Simulated(SmallPlans.Of(SmallPlans.CartPole)).Report.Stages;
        Assert.Equal(
            without.Select(stage => (stage.Stage, stage.LabelCount, stage.Evaluation.Mean)),
            with.Take(without.Length).Select(stage => (stage.Stage, stage.LabelCount, stage.Evaluation.Mean))
        );
    }

    /// <summary>
    /// A change of this snapshot means that every recorded run is another one now: deliberate, versioned and noted.
    /// </summary>
    [Theory]
    [InlineData("CartPole-v1")]
    [InlineData("Pendulum-v1")]
    public void They_keep_their_digests(string environment)
    {
        var run = Running.Simulated(SmallPlans.WithStudents(EnvironmentCatalog.Shipped.Find(environment).Require()));
        Assert.True(run.Report.IsComplete, run.Outcome.ToString());
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"digest        {run.Digest}");
        text.AppendLine(CultureInfo.InvariantCulture, $"result_digest {run.Report.ResultDigest}");
        foreach (var stage in run.Report.Stages.Where(stage => stage.Selected == "final" || stage.LabelCount > 30))
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {stage.Stage, -22} {stage.Algorithm, -15} labels {stage.LabelCount, 4}"
                    + $"  steps {stage.EnvironmentStepCount, 5}  mean {stage.Evaluation.Mean:F4}"
            );
        }

        Snapshot.Matches(text.ToString(), environment);
    }

    [Fact]
    public void A_strategy_of_another_assembly_decides_what_is_labelled()
    {
        var plan = Plan with
        {
            Students =
            [
                new("every-third", "own", SmallPlans.Doubting.Learning with { Rounds = SmallPlans.Later(new Third()) }),
            ],
        };
        var stages = Running.Simulated(plan).Report.Stages;
        var own = stages[^1];
        Assert.Equal(("every-third", "own"), (own.Stage, own.Algorithm));
        Assert.InRange(own.LabelCount, 1, own.EnvironmentStepCount - 1);
    }

    /// <summary>Labels every third step; the student drives.</summary>
    private sealed record Third : IQueryStrategy
    {
        public string Name => "third";

        public QueryDecision Decide(in QuerySituation situation, Span<float> memory) =>
            new(ExpertDrives: false, IsLabelled: situation.Step % 3 == 0);
    }
}
