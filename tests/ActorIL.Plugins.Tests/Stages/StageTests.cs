using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Training;
using ActorIL.Training.Collection;
using ActorIL.Training.Replay;

namespace ActorIL.Plugins.Tests.Stages;

/// <summary>Stages from outside are part of the pure chain inside the actors.</summary>
public class StageTests
{
    private const string Expert = """
        actoril {
          ppo { steps = 1024, environments = 4, blocks = 2, rollout-steps = 64, validation.episodes = 2 }
          demonstration.counts = []
          dagger.label-counts = []
          evaluation.episodes = 4

        """;

    private const string Student = """
        actoril {
          expert.kind = scripted
          demonstration.counts = []
          dagger.label-counts = []
          evaluation.episodes = 20
          students.mine { rounds = 2, first-episodes = 2, episodes-per-round = 2, updates-per-round = 300 }

        """;

    private static ActorId Collector => ActorId.Root(RunSystem.RootName).Child("learner").Child("collector");

    [Fact]
    public void Scaling_rewards_is_what_the_learner_s_own_factor_does()
    {
        var scaled = Carry(Expert + "ppo.reward-scale = 2\n}");
        var staged = Carry(Expert + "pipelines.rollouts = [double-rewards]\n}");
        var both = Carry(Expert + "pipelines.rollouts = [double-rewards, halve-rewards]\n}");
        var plain = Carry(Expert + "}");

        Assert.Equal(scaled.Report.WeightsDigest, staged.Report.WeightsDigest);
        Assert.Equal(plain.Digest, both.Digest);
        Assert.NotEqual(plain.Report.WeightsDigest, staged.Report.WeightsDigest);
    }

    [Fact]
    public void A_stage_that_remembers_gives_the_same_digest_on_every_host()
    {
        var run = Runs.Good(Expert + "pipelines.rollouts = [centre-rewards]\n}", new StagesPlugin());
        Assert.Equal(Runs.Carry(run).Digest, Runs.Carry(run, "parallel").Digest);
        Assert.NotEqual(Runs.Carry(run).Digest, Carry(Expert + "}").Digest);
    }

    [Fact]
    public void Its_state_is_in_the_actor_s_and_a_run_goes_on_from_a_snapshot()
    {
        var run = Runs.Good(Expert + "pipelines.rollouts = [centre-rewards]\n}", new StagesPlugin());
        var (whole, half) = (Host(run), Host(run));
        _ = half.Run(progress => progress.DeliveryCount >= 20);
        var stages = half.FinalState<CollectorState>(Collector).Require().Stages;
        var count = FieldCodec.Read<RewardCount>(Assert.Single(stages).Bytes.AsSpan(), _ => null).Require();
        var resumed = SimulationHost
            .Restore(RunSystem.Root(run.Plan), RunSystem.Settings(run.Plan), half.Capture().Require())
            .Require();

        Assert.Equal("centre-rewards", stages[0].Stage);
        Assert.True(count.Rollouts >= 1, $"{count.Rollouts} rollouts.");
        Assert.IsType<RunOutcome.Completed>(whole.Run(static _ => false));
        Assert.IsType<RunOutcome.Completed>(resumed.Run(static _ => false));
        Assert.Equal(whole.Chain, resumed.Chain);
    }

    [Fact]
    public void Labels_go_through_their_stages_before_they_are_kept()
    {
        var plain = Mean(Carry(Student + "}"));
        var turned = Mean(Carry(Student + "pipelines.labels = [turn-labels]\n}"));
        var twice = Carry(Student + "pipelines.labels = [turn-labels, turn-labels]\n}");

        Assert.True(plain > 4 * turned, $"{plain} and {turned}");
        Assert.Equal(plain, Mean(twice));
    }

    [Theory]
    [InlineData(Expert + "pipelines.rollouts = [lose]\n}", "Stage lose made 0 of one input")]
    [InlineData(Student + "pipelines.labels = [drop-labels]\n}", "Stage drop-labels gave (1, 1, 4, 1)")]
    public void A_stage_that_breaks_the_contract_ends_the_run_and_is_named(string text, string reason)
    {
        var (run, log) = (Runs.Good(text, new StagesPlugin()), new FailureLog());
        var host = new SimulationHost(
            RunSystem.Root(run.Plan),
            RunSystem.Settings(run.Plan) with
            {
                Observers = [log],
            }
        );

        Assert.IsType<RunOutcome.Failed>(host.Run(static _ => false));
        Assert.Contains(reason, log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistyped_stage_is_answered_with_the_nearest_one()
    {
        var error = Assert.Single(Runs.Errors("actoril.pipelines.rollouts = [double-reward]", new StagesPlugin()));
        Assert.Equal("Did you mean \"double-rewards\"?", error.Remedy);
        Assert.EndsWith("actoril.pipelines.rollouts", error.Where, StringComparison.Ordinal);
    }

    private static double Mean((Training.Reports.RunReport Report, string Digest) run) =>
        run.Report.Stages.Single(stage => stage.Stage == "mine").Evaluation!.Mean;

    private static (Training.Reports.RunReport Report, string Digest) Carry(string text) =>
        Runs.Carry(Runs.Good(text, new StagesPlugin()));

    private static SimulationHost Host(BoundRun run) => new(RunSystem.Root(run.Plan), RunSystem.Settings(run.Plan));
}
