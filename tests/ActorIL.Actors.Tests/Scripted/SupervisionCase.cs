using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Supervision;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>
/// A boss with two children, of which the bad one fails in some stage while messages for both are on their way.
/// </summary>
internal static class SupervisionCase
{
    public static IReadOnlyList<string> Stages { get; } =
    ["message", "init", "timer", "ask reply", "notice", "escalation"];

    public static string BadPath(string stage) => stage == "escalation" ? "boss/middle/bad" : "boss/bad";

    /// <param name="directive">The boss's answer.</param>
    /// <param name="scope">Whom it concerns.</param>
    /// <param name="stage">Where the bad one fails.</param>
    /// <param name="waitTicks">
    /// How long the root waits before it sends anything: where messages are not delayed, all actors must be there by
    /// then.
    /// </param>
    public static Behavior Root(Directive directive, SupervisionScope scope, string stage, int waitTicks = 0)
    {
        var bad = Run.Id(BadPath(stage));
        Act[] start =
        [
            Act.Tell(bad, "before", 1),
            .. Trigger(stage, bad),
            Act.Tell(bad, "same round", 2),
            Act.Tell(bad, "after", 3),
            Act.Tell(Run.Id("boss/good"), "before", 1),
            Act.Tell(Run.Id("boss/good"), "same round", 2),
            Act.Tell(Run.Id("boss/good"), "after", 3),
        ];
        return ScriptedBehavior.Of([
            Act.Spawn("oracle"),
            Act.SpawnSupervisor("boss", (int)directive, (int)scope, Boss(stage)),
            .. waitTicks > 0 ? [Act.Tell(Run.Root, "go", waitTicks, start)] : start,
        ]);
    }

    private static Act[] Boss(string stage)
    {
        Act[] init = stage == "init" ? [Act.Throw("in init")] : [];
        var bad = Act.Spawn("bad", init);
        return stage == "escalation"
            ?
            [
                Act.SpawnSupervisor("middle", (int)Directive.Escalate, (int)SupervisionScope.OneForOne, bad),
                Act.Spawn("good"),
            ]
            : [bad, Act.Spawn("good")];
    }

    private static Act[] Trigger(string stage, ActorId bad) =>
        stage switch
        {
            "timer" => [Act.Tell(bad, "set", 1, Act.Timer(1, "fire", 1, 0, Act.Throw("in timer")))],
            "ask reply" =>
            [
                Act.Tell(
                    bad,
                    "ask",
                    1,
                    Act.Ask(Run.Id("oracle"), "question", 0, 1, Act.Reply("answer", 1, Act.Throw("in reply")))
                ),
            ],
            "notice" => [Act.Tell(bad, "watch", 1, Act.WatchToFail(Run.Id("nobody"), "gone"))],
            "init" => [],
            _ => [Act.Tell(bad, "boom", 2, Act.Throw("in message"))],
        };
}
