using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Supervision;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>Small systems that between them use every effect.</summary>
internal static class Systems
{
    public static IReadOnlyList<(string Name, Behavior Behavior)> All { get; } =
    [
        ("crossing", Talk.Crossing()),
        ("credit", new CreditSystem(MessageCount: 20, Window: 4)),
        ("in place", new InPlaceRoot()),
        ("errands", Errands()),
        .. Enum.GetValues<Directive>().SelectMany(static directive => SupervisionCase.Stages.Select(stage =>
            ($"{directive} {stage}", SupervisionCase.Root(directive, SupervisionScope.AllForOne, stage)))),
    ];

    /// <summary>Asks, timers, watches, stash, operations and notes together.</summary>
    private static ScriptedBehavior Errands()
    {
        var (a, b) = (Run.Id("a"), Run.Id("b"));
        return ScriptedBehavior.Of(
            Act.Spawn("a", Act.Timer(1, "tick", 2, period: 2)),
            Act.Spawn("b", Act.Perform("outside", 3)),
            Act.Watch(b, "b is gone"),
            Act.Ask(a, "quick question", 9, 1, Act.Reply("quick answer", 2), Act.Draw()),
            Act.Ask(b, "slow question", 3, 2, Act.Reply("slow answer", 6)),
            Act.Ask(b, "no answer", 0, 3),
            Act.Tell(a, "aside", 1, Act.Stash(), Act.Metric("stashed", 1)),
            Act.Tell(a, "aside too", 2, Act.Stash()),
            Act.Tell(a, "open", 5, Act.Unstash(), Act.Tell(b, "after opening")),
            Act.Tell(a, "enough", 9, Act.CancelTimer(1), Act.Unstash()),
            Act.Tell(b, "more", 6, Act.Spawn("child", Act.Tell(b, "hello from child")), Act.Tell(Run.Id("b/child"), "hello", 2)),
            Act.Tell(b, "end", 9, Act.StopSelf()),
            Act.Tell(b, "too late", 12));
    }
}
