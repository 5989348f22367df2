using ActorIL.Algorithms.Dagger;
using ActorIL.Algorithms.Ppo;
using ActorIL.Core.Prelude;
using ActorIL.Training;
using ActorIL.Training.Coordination;
using ActorIL.Training.Plans;

namespace ActorIL.Experiments.Tests;

public class RunConfigurationTests
{
    [Theory]
    [InlineData("cartpole.conf")]
    [InlineData("pendulum.conf")]
    [InlineData("teacher-student.conf")]
    [InlineData("teacher-student-literal.conf")]
    public void One_configuration_bound_twice_gives_equal_plans_and_behaviours(string file)
    {
        var (first, second) = (Good(file), Good(file));

        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(RunSystem.Root(first), RunSystem.Root(second));
        Assert.NotEqual(RunSystem.Root(first), RunSystem.Root(first with { RetriesMax = first.RetriesMax + 1 }));

        static RunPlan Good(string file) => Configurations.Good(Configurations.Shipped(file)).Plan;
    }

    [Fact]
    public void An_expert_is_one_of_the_controllers_and_as_good_as_it_is_set()
    {
        const string racetrack = "actoril { environment.name = CliffRacetrack-v1, expert.kind = scripted }\n";
        Assert.Equal("scripted-cliff-racetrack", Expert(""));
        Assert.Equal("scripted-weaving-cliff-racetrack", Expert("actoril.expert.controller = weaving"));
        Assert.Equal("suboptimal-scripted-cliff-racetrack", Expert("actoril.expert.noise = 0.1"));

        static string Expert(string more) =>
            Configurations.Good(racetrack + more).Plan.Environment.Controller.Require().Name;
    }

    [Fact]
    public void What_everybody_sees_is_part_of_the_environment()
    {
        var plan = Configurations.Good("actoril.environment.view { components = [0, 2], previous-action = on }").Plan;
        Assert.Equal("seen-0-2-action-CartPole-v1", plan.Environment.Id);
        Assert.Equal(3, plan.Environment.Module.Observations.Size);
    }

    [Fact]
    public void CartPole_is_planned_as_its_file_says()
    {
        var plan = Configurations.Good(Configurations.Shipped("cartpole.conf")).Plan;
        var expert = Trained(plan);
        Assert.Equal("CartPole-v1", plan.Environment.Id);
        Assert.Equal(586, expert.Ppo.UpdateCount);
        Assert.Equal(512, expert.Ppo.RolloutSize);
        Assert.True(expert.Ppo.ValueClip);
        Assert.Equal((50, 30), (expert.ValidationEpisodes, expert.ValidationIntervalUpdates));
        Assert.Equal([1, 2, 5, 10, 25, 50], plan.Demonstration.Counts);
        Assert.Equal(20, plan.Demonstration.StepsMax);
        Assert.Equal([20, 40, 100, 200, 500, 1000], RunStages.LabelCounts(plan.Dagger!));
        Assert.Equal(1000, plan.Evaluation.EpisodeCount);
    }

    [Fact]
    public void Pendulum_is_planned_as_its_file_says()
    {
        var ppo = Trained(Configurations.Good(Configurations.Shipped("pendulum.conf")).Plan).Ppo;
        Assert.Equal((4, 1024, 10, 64), (ppo.EnvironmentCount, ppo.RolloutSteps, ppo.EpochCount, ppo.MinibatchSize));
        Assert.Equal(24, ppo.UpdateCount);
        Assert.Equal((0.95, 1e-3, 0.1), (ppo.Discount, ppo.LearningRate, ppo.RewardScale));
        Assert.Equal((Schedule.Linear, ValueLossForm.SquaredError), (ppo.LearningRateSchedule, ppo.ValueLoss));
        Assert.False(ppo.ValueClip);
    }

    [Fact]
    public void Values_may_be_written_in_any_form_that_means_the_same()
    {
        var plain = Configurations.Good("actoril { seed = 3000, ppo { steps = 1000, value-clip = on } }");
        var other = Configurations.Good("""actoril { seed = 3e3, ppo { steps = "1e3", value-clip = "yes" } }""");
        Assert.Equal(plain.Configuration.SemanticJson, other.Configuration.SemanticJson);
        Assert.Equal(1000, Trained(other.Plan).Ppo.StepCount);
    }

    [Fact]
    public void A_seed_has_all_64_bits() =>
        Assert.Equal(ulong.MaxValue, Configurations.Good("actoril.seed = 18446744073709551615").Plan.Seed);

    [Fact]
    public void Workers_are_counted_or_left_to_the_machine()
    {
        Assert.Null(Configurations.Good("").Settings.WorkerCount);
        Assert.Equal(3, Configurations.Good("actoril.run.workers = 3").Settings.WorkerCount);
    }

    [Fact]
    public void Without_label_counts_there_is_no_dagger() =>
        Assert.Null(Configurations.Good("actoril.dagger.label-counts = []").Plan.Dagger);

    [Fact]
    public void Every_choice_of_words_is_understood()
    {
        var run = Configurations.Good(
            """
            actoril {
              expert.kind = scripted
              dagger.beta-schedule = exponential
              run { host = simulation, log-level = warning }
            }
            """
        );
        Assert.Equal(new ExpertPlan.Scripted(), run.Plan.Expert);
        Assert.Equal(
            BetaSchedule.Exponential,
            run.Plan.Dagger!.Rounds.Match(labels => labels.Mixture.Schedule, _ => default)
        );
        Assert.Equal(("simulation", RunLogLevel.Warning), (run.Settings.Host, run.Settings.LogLevel));
    }

    [Fact]
    public void An_object_with_numeric_keys_is_a_list()
    {
        var run = Configurations.Good("actoril.demonstration.counts { 0 = 8, 1 = 16 }");
        Assert.Equal([8, 16], run.Plan.Demonstration.Counts);
    }

    [Fact]
    public void Environment_variables_are_used_and_listed_by_name_only()
    {
        var run = Configurations
            .BindFiles(
                Configurations.File,
                [(Configurations.File, "actoril { seed = ${TRAINING_SEED}, run.out = ${?NOT_SET} }")],
                [("TRAINING_SEED", "77")]
            )
            .MapError(errors => errors[0])
            .Require();
        Assert.Equal(77UL, run.Plan.Seed);
        Assert.Equal(["TRAINING_SEED"], run.Configuration.EnvironmentNames);
    }

    [Fact]
    public void Includes_are_read_relative_to_the_file()
    {
        var run = Configurations
            .BindFiles(
                "experiments/a.conf",
                [
                    ("experiments/a.conf", "include \"shared/base.conf\"\nactoril.seed = 4"),
                    ("experiments/shared/base.conf", "actoril { seed = 3, ppo.epochs = 7 }"),
                ],
                []
            )
            .MapError(errors => errors[0])
            .Require();
        Assert.Equal((4UL, 7), (run.Plan.Seed, Trained(run.Plan).Ppo.EpochCount));
    }

    private static ExpertPlan.Trained Trained(RunPlan plan) =>
        plan.Expert.Training ?? throw new InvalidOperationException("The expert is not trained.");
}
