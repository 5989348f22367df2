using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Exploration;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Tests.Exploration;

/// <summary>
/// A planted race. Customer a adds to two accounts while b adds to x and c to y, each after a while. In the order of
/// the keys nothing is lost. It counts as found when both of a's writes come too late: two preemptions in one run.
/// </summary>
internal sealed record Bank : Behavior<Balance, Money>
{
    public const int WaitCount = 12;

    public static ImmutableArray<string> Customers { get; } = ["a", "b", "c"];

    public override TypeName BehaviorName => new("test-bank", 1);

    public static ActorRef<Money> Ref(string name) => new(Run.Id(name));

    public override Balance Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        outbox.Spawn(in ctx, "x", new Account());
        outbox.Spawn(in ctx, "y", new Account());
        outbox.Spawn(in ctx, "a", new Customer(0, "xy", 0));
        outbox.Spawn(in ctx, "b", new Customer(1, "x", WaitCount));
        outbox.Spawn(in ctx, "c", new Customer(2, "y", WaitCount));
        return new(0);
    }

    public override Balance Receive(in Ctx ctx, Balance state, Money message, scoped ref Outbox outbox) => state;

    /// <summary>Runs a scenario: what was lost, of 2, and the scenario with its choices.</summary>
    public static (int LostCount, Scenario Recorded) Simulate(Scenario scenario)
    {
        var run = new ScenarioHost(scenario, new Bank(), Run.Settings());
        run.Host.Run();
        return (Lost(run.Host, "x") + Lost(run.Host, "y"), run.Recorded);
    }

    /// <summary>Whether the planted mistake shows.</summary>
    public static bool Fails(Scenario scenario) => Simulate(scenario).LostCount == 2;

    private static int Lost(SimulationHost host, string account) =>
        2 - (int)host.FinalState<Balance>(Run.Id(account)).Require().Amount;
}
