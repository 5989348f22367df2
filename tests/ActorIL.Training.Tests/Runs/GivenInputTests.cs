using ActorIL.Actors.Exploration;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Testing;
using ActorIL.Training.Experts;
using ActorIL.Training.Plans;
using ActorIL.Training.Simulation;

namespace ActorIL.Training.Tests.Runs;

/// <summary>Runs that take policies and data from earlier ones.</summary>
public class GivenInputTests
{
    private static readonly PolicySnapshot Expert = Running
        .Simulated(SmallPlans.Of(SmallPlans.CartPole) with { Dagger = null, Demonstration = Nothing })
        .Report.Policies.Single(policy => policy.Stage == "expert")
        .Policy;

    private static DemonstrationPlan Nothing => SmallPlans.Of(SmallPlans.CartPole).Demonstration with { Counts = [] };

    private static LabelledBatch Data { get; } =
        new(observationSize: 4, actionSize: 1, [.. new float[40]], [.. Enumerable.Range(0, 10).Select(i => i % 2f)]);

    /// <summary>An expert that is given, demonstrations that are recorded, and DAgger.</summary>
    private static RunPlan Collecting =>
        SmallPlans.Of(SmallPlans.CartPole) with
        {
            Expert = new ExpertPlan.Given(),
            Demonstration = Nothing with { RecordedEpisodes = 2, Samples = true },
            Inputs = new() { Expert = Expert },
        };

    /// <summary>A data set and nobody to ask.</summary>
    private static RunPlan Cloning =>
        SmallPlans.Of(SmallPlans.CartPole) with
        {
            Expert = new ExpertPlan.Absent(),
            Demonstration = Nothing with { IsGiven = true },
            Dagger = null,
            Inputs = new() { Demonstrations = new(Data, EpisodeCount: 1) },
        };

    /// <summary>PPO that starts as the given policy, its critic first.</summary>
    private static RunPlan Warm
    {
        get
        {
            var plan = SmallPlans.Of(SmallPlans.CartPole) with { Dagger = null, Demonstration = Nothing };
            var trained = plan.Expert.Training!;
            return plan with
            {
                Expert = trained with { Ppo = trained.Ppo with { CriticWarmupUpdates = 1 } },
                Inputs = new() { Start = Expert },
            };
        }
    }

    public static TheoryData<string> Plans => ["collecting", "cloning", "warm"];

    [Theory]
    [MemberData(nameof(Plans))]
    public void Both_hosts_and_any_number_of_workers_give_the_same_digest(string name)
    {
        var plan = PlanOf(name);
        var simulated = Running.Simulated(plan);
        Assert.True(simulated.Report.IsComplete);
        foreach (var workerCount in new[] { 1, 2 })
        {
            Assert.Equal(simulated.Digest, Running.Parallel(plan, workerCount).Digest);
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_invariant_holds_under_schedules_with_faults(string name)
    {
        var simulation = RunSimulation.Of(PlanOf(name)).Require();
        Seeded.Run(
            30,
            seed =>
            {
                var result = simulation.Run(simulation.Draw(RngKey.Root(seed), 0, new(true, true, true)));
                Assert.True(result.Holds, $"{result}");
            }
        );
    }

    [Fact]
    public void A_clone_of_a_data_set_needs_no_expert() =>
        Assert.Equal(["bc-file"], Running.Simulated(Cloning).Report.Stages.Select(stage => stage.Stage));

    [Fact]
    public void An_actor_that_starts_as_a_policy_ends_otherwise_than_one_of_its_own()
    {
        var cold = Running.Simulated(Warm with { Inputs = RunInputs.None });
        Assert.NotEqual(cold.Report.WeightsDigest, Running.Simulated(Warm).Report.WeightsDigest);
    }

    [Fact]
    public void A_given_expert_is_the_policy_that_was_given()
    {
        var expert = Running.Simulated(Collecting).Report.Policies.Single(policy => policy.Stage == "expert");
        Assert.Equal(Expert.Parameters, expert.Policy.Parameters);
    }

    private static RunPlan PlanOf(string name) =>
        name switch
        {
            "collecting" => Collecting,
            "cloning" => Cloning,
            _ => Warm,
        };
}
