using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Supervision;
using ActorIL.Actors.Tests.Arrivals;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Akka.Hosting;
using ActorIL.Core.Prelude;
using ActorIL.Testing;

namespace ActorIL.Akka.Tests;

/// <summary>Directives that Akka's supervision carries out in free-running runs, and their repetition.</summary>
public sealed class SupervisionTests
{
    public static TheoryData<Directive, SupervisionScope, string> Cases =>
        [
            .. from directive in Enum.GetValues<Directive>()
            from scope in Enum.GetValues<SupervisionScope>()
            from stage in SupervisionCase.Stages
            select (directive, scope, stage),
        ];

    /// <summary>What becomes of whom is the table's; when, is not.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void What_follows_from_a_failure_is_what_the_simulation_says(
        Directive directive,
        SupervisionScope scope,
        string stage
    )
    {
        var root = SupervisionCase.Root(directive, scope, stage, waitTicks: 20);
        var simulated = Run.Simulate(root);

        var (found, outcome) = FreeRun.Repeated(root, Run.Settings());

        Assert.Equal(simulated.Outcome.GetType(), outcome.GetType());
        Assert.Equal(FreeRun.EventsOf(simulated.Recorder), FreeRun.EventsOf(found));
    }

    [Fact]
    public void Small_systems_of_every_effect_are_repeated_from_their_order()
    {
        foreach (var (name, behavior) in Systems.All)
        {
            if (name is not "in place")
            {
                FreeRun.Repeated(behavior, Run.Settings());
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Random_systems_are_repeated_from_their_order(ulong seed)
    {
        FreeRun.Repeated(new Topology(seed).Root(), Run.Settings(seed));
    }
}
