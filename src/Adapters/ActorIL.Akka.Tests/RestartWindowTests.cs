using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Supervision;
using ActorIL.Actors.Tests.Scripted;
using Akka.Actor;
using Directive = ActorIL.Actors.Supervision.Directive;

namespace ActorIL.Akka.Tests;

/// <summary>So many restarts within so many ticks, where Akka's supervision carries restarts and stops out.</summary>
public sealed class RestartWindowTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static ActorId A => Run.Id("a");

    [Theory]
    [InlineData(1, 20, Directive.Stop, new[] { 10, 40, 70 }, 3, true)]
    [InlineData(1, 20, Directive.Stop, new[] { 10, 40, 55 }, 2, false)]
    [InlineData(2, 20, Directive.Stop, new[] { 10, 15, 40, 45 }, 4, true)]
    [InlineData(2, 20, Directive.Stop, new[] { 10, 15, 20, 60 }, 2, false)]
    [InlineData(2, 0, Directive.Stop, new[] { 10, 40, 70 }, 2, false)]
    [InlineData(0, 20, Directive.Stop, new[] { 10, 40 }, 0, false)]
    [InlineData(1, 20, Directive.Escalate, new[] { 10, 40, 55 }, 2, false)]
    public void A_child_is_begun_anew_as_often_as_its_window_lets_it(
        int restartCountMax,
        long windowTicks,
        Directive exceeded,
        int[] failures,
        int restartCount,
        bool lives
    )
    {
        // The root waits in real time, so the failures come apart there as they do in ticks.
        var root = ScriptedBehavior.Of([
            Act.Spawn("a"),
            .. failures.Select(static tick => Act.Tell(Run.Root, "go", tick, Act.Tell(A, "boom", 0, Act.Throw()))),
            Act.Tell(Run.Root, "last", 80, Act.Tell(A, "still there")),
        ]) with
        {
            Supervision = new(RestartCountMax: restartCountMax, WindowTicks: windowTicks, Exceeded: exceeded),
        };
        var simulated = Run.Simulate(root);

        var (found, outcome) = FreeRun.Repeated(
            root,
            Run.Settings(),
            system =>
            {
                if (exceeded == Directive.Stop)
                {
                    Assert.Equal(lives, IsThere(system));
                }
            }
        );

        Assert.Equal(restartCount, found.Of(LifecycleKind.Restarted).Count());
        Assert.Equal(exceeded == Directive.Escalate, outcome is RunOutcome.Failed);
        Assert.Equal(lives, found.LabelsTo(A).Contains("still there"));
        Assert.Equal(simulated.Outcome.GetType(), outcome.GetType());
        Assert.Equal(simulated.Recorder.LabelsTo(A), found.LabelsTo(A));
        Assert.Equal(FreeRun.EventsOf(simulated.Recorder), FreeRun.EventsOf(found));
    }

    private static bool IsThere(ActorSystem system)
    {
        var answer = system.ActorSelection("/user/root/a").Ask<ActorIdentity>(new Identify(1), Patience);
        return answer.GetAwaiter().GetResult().Subject is not null;
    }
}
