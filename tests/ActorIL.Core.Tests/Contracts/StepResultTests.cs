using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;

namespace ActorIL.Core.Tests.Contracts;

public sealed class StepResultTests
{
    [Fact]
    public void A_step_is_matched_by_how_it_went()
    {
        Assert.Equal("go on from 7 with 1.5", Tell(StepResult.Continue(7, 1.5)));
        Assert.Equal("over at 7 with 1.5", Tell(StepResult.Terminated(7, 1.5)));
        Assert.Equal("cut off at 7 with 1.5", Tell(StepResult.Truncated(7, 1.5)));
    }

    [Fact]
    public void A_step_keeps_its_ending()
    {
        Assert.Equal(Ending.None, StepResult.Continue(0, 0).Ending);
        Assert.Equal(Ending.Terminated, StepResult.Terminated(0, 0).Ending);
        Assert.Equal(Ending.Truncated, StepResult.Truncated(0, 0).Ending);
    }

    [Fact]
    public void Another_state_leaves_reward_and_ending()
    {
        Assert.Equal(StepResult.Truncated("7", 1.5), StepResult.Truncated(7, 1.5).WithState("7"));
        Assert.Equal(StepResult.Continue("7", 1.5), StepResult.Continue(7, 1.5).WithState("7"));
    }

    private static string Tell(StepResult<int> result) => result.Match(
        (state, reward) => FormattableString.Invariant($"go on from {state} with {reward}"),
        (state, reward) => FormattableString.Invariant($"over at {state} with {reward}"),
        (state, reward) => FormattableString.Invariant($"cut off at {state} with {reward}"));
}
