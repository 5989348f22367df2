using ActorIL.Core.Contracts;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;
using ActorIL.Environments.Tests.Checks;

namespace ActorIL.Environments.Tests.Stepping;

public sealed class EnvironmentFailureTests
{
    [Fact]
    public void A_step_that_throws_is_named_with_state_and_action()
    {
        var environments = VectorEnvironment.Start(Flawed(Flaw.UpperBoundIsRefused), 3, RngKey.Root(1), 4);
        Batch.Step(environments, [0f, 0.5f, -0.5f]);
        var failure = Assert.Throws<EnvironmentFailureException>(() => Batch.Step(environments, [0f, 1f, 0f]));
        Assert.Equal(("Flawed-v0", 5, 0L, 1), (
            failure.EnvironmentId, failure.EnvironmentIndex, failure.EpisodeIndex, failure.StepIndex));
        Assert.Equal("1", failure.Action);
        Assert.StartsWith("flaw = 16, step_count = 1, value = ", failure.State, StringComparison.Ordinal);
        Assert.StartsWith(
            $"Flawed-v0, environment 5, episode 0, step 1: too much State: {failure.State}. Action: 1.",
            failure.Message,
            StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(failure.InnerException);
    }

    [Fact]
    public void The_same_step_from_a_snapshot_fails_the_same_way()
    {
        var module = Flawed(Flaw.UpperBoundIsRefused);
        var environments = VectorEnvironment.Start(module, count: 2, RngKey.Root(1));
        Batch.Step(environments, [0f, 0.5f]);
        var snapshot = environments.Snapshot();
        var first = Assert.Throws<EnvironmentFailureException>(() => Batch.Step(environments, [0.5f, 1f]));
        var again = VectorEnvironment.Resume(module, snapshot);
        var second = Assert.Throws<EnvironmentFailureException>(() => Batch.Step(again, [0.5f, 1f]));
        Assert.Equal(first.Message, second.Message);
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_failures()
    {
        Assert.Contains(
            "The reward is not finite.", Run(Flaw.RewardIsInfinite).Message, StringComparison.Ordinal);
        Assert.Contains(
            "The observation is not finite.", Run(Flaw.ObservationIsNaN).Message, StringComparison.Ordinal);
        var environments = VectorEnvironment.Start(Flawed(Flaw.ObservationIsNaN), count: 1, RngKey.Root(1));
        for (var step = 0; step < 4; step++)
        {
            Batch.Step(environments, [0f]);
        }

        Assert.Equal(4, Assert.Throws<EnvironmentFailureException>(() => Batch.Observe(environments)).StepIndex);
    }

    [Fact]
    public void A_reset_that_throws_is_named_with_its_key()
    {
        var key = RngKey.Root(1);
        var failure = Assert.Throws<EnvironmentFailureException>(
            () => VectorEnvironment.Start(Flawed(Flaw.ResetThrows), count: 1, key));
        Assert.Equal(
            $"Flawed-v0, environment 0, episode 0, reset with key {key.Fold(0).Fold(0)}: no start today",
            failure.Message);
    }

    private static EnvironmentFailureException Run(Flaw flaw)
    {
        var module = Flawed(flaw);
        return Assert.Throws<EnvironmentFailureException>(
            () => EpisodeRunner.Run(module, new RulePolicy(module, _ => 0f), new(0, 3), RngKey.Root(2)));
    }

    private static EnvironmentModule<FlawedEnvironment, FlawedParams, FlawedState> Flawed(Flaw flaw) =>
        new("Flawed-v0", "Adds up its actions.", new FlawedParams { Flaw = flaw });
}
