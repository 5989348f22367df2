using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Supervision;
using ActorIL.Cli.Runs;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Tests.Output;

public class RunEndingTests
{
    [Fact]
    public void A_run_that_ended_or_was_stopped_has_nothing_wrong_with_it()
    {
        Assert.Empty(RunEnding.Errors(new RunOutcome.Completed()));
        Assert.Empty(RunEnding.Errors(new RunOutcome.Interrupted()));
    }

    [Fact]
    public void A_failure_names_actor_tick_and_what_was_said()
    {
        var failure = new Failure(
            ActorId.Root("run"), ActorId.Root("run"), "/run/learner/collector/block-0", Tick: 512, FailureStage.Message,
            "block-message", "EnvironmentFailureException", "Mine-v1, episode 3, step 7: NaN.\nState: x = 1.");
        var error = Assert.Single(RunEnding.Errors(new RunOutcome.Failed(failure)));
        Assert.Equal("/run/learner/collector/block-0 at tick 512", error.Where);
        Assert.Equal("EnvironmentFailureException: Mine-v1, episode 3, step 7: NaN. State: x = 1.", error.Found);
    }

    [Fact]
    public void A_fault_is_its_own_error()
    {
        var error = new Error("/run", "a cycle", "an end", "Break it.");
        Assert.Equal([error], RunEnding.Errors(new RunOutcome.Faulted(error)));
    }
}
