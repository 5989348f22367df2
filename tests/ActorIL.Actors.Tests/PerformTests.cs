using ActorIL.Actors.Effects;
using ActorIL.Actors.Tests.Scripted;

namespace ActorIL.Actors.Tests;

public sealed class PerformTests
{
    [Fact]
    public void The_result_comes_back_after_the_declared_latency_whatever_it_took()
    {
        var order = new List<string>();
        var settings = Run.Settings() with
        {
            Interpreter = operation =>
            {
                var text = ((TextOperation)operation).Text;
                order.Add($"start {text}");
                return () =>
                {
                    order.Add($"wait {text}");
                    return new ExternalOutcome.Completed(new Order($"did {text}", []));
                };
            },
        };
        var run = Run.Simulate(ScriptedBehavior.Of(Act.Perform("slow", 5), Act.Perform("quick", 2)), settings);

        Assert.Equal(["2.0 /root -> /root: did quick", "5.0 /root -> /root: did slow"], run.Recorder.Lines);
        Assert.Equal(["start slow", "start quick", "wait quick", "wait slow"], order);
    }

    [Fact]
    public void A_host_without_an_interpreter_refuses()
    {
        var run = Run.Simulate(ScriptedBehavior.Of(Act.Perform("anything", 1)));

        Assert.Equal(["refused: This host has no interpreter for test-text/1."], run.Recorder.LabelsTo(Run.Root));
    }

    [Fact]
    public void A_restart_gives_up_what_was_under_way()
    {
        var a = Run.Id("a");
        var run = Run.Simulate(ScriptedBehavior.Of(
            Act.Spawn("a"), Act.Tell(a, "do", 1, Act.Perform("x", 5)), Act.Tell(a, "boom", 2, Act.Throw())));

        Assert.Equal(["do", "boom"], run.Recorder.LabelsTo(a));
        Assert.Equal(1, run.DeadLetterCount);
    }
}
