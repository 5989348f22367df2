using System.Globalization;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>Random systems from a seed: actors that tell, ask, spawn, stop, fail, wait, stash and watch each other.</summary>
internal sealed class Topology(ulong seed)
{
    private const int ActorCount = 8;
    private static readonly string[] Names = [.. Enumerable.Range(0, ActorCount).Select(static i => $"a{i}")];
    private readonly RngKey _key = RngKey.Root(seed);
    private ulong _drawCount;

    /// <summary>A root with some children, each supervised and busy in its own way.</summary>
    public Behavior Root()
    {
        var acts = Names.Select(name => Act.SpawnSupervisor(name, Draw(3), Draw(2), Acts(depth: 1))).ToList();
        for (var i = 0; i < 40; i++)
        {
            acts.Add(Act.Tell(AnyActor(), Label(), Draw(6), Acts(depth: 4)));
        }

        return new ScriptedBehavior([.. acts]);
    }

    private Act[] Acts(int depth) => [.. Enumerable.Range(0, depth == 0 ? 0 : Draw(4)).Select(_ => One(depth - 1))];

    private Act One(int depth) => Draw(20) switch
    {
        < 7 => Act.Tell(AnyActor(), Label(), Draw(3), Acts(depth)),
        7 => Act.Ask(AnyActor(), Label(), Draw(2) * (1 + Draw(4)), Draw(9), [Act.Reply(Label(), Draw(4), Acts(depth))]),
        8 => Act.SpawnSupervisor(Names[Draw(ActorCount)], Draw(4), Draw(2), Acts(depth)),
        9 => Act.Stop(AnyActor()),
        10 => Act.StopSelf(),
        11 => Act.Throw(Label()),
        12 => Act.Watch(AnyActor(), Label()),
        13 => Act.Unwatch(AnyActor()),
        14 => Act.Timer(Draw(3), Label(), 1 + Draw(4), Draw(2) * (1 + Draw(3)), Acts(depth)),
        15 => Act.CancelTimer(Draw(3)),
        16 => Act.Stash(),
        17 => Act.Unstash(),
        18 => Draw(4) == 0 ? Act.Credit(AnyActor(), Draw(6)) : Act.Draw(),
        _ => Draw(2) == 0 ? Act.Perform(Label(), 1 + Draw(3)) : Act.Metric(Label(), Draw(9)),
    };

    private ActorId AnyActor()
    {
        var top = Run.Root.Child(Names[Draw(ActorCount)]);
        return Draw(4) == 0 ? top.Child(Names[Draw(ActorCount)]) : Draw(30) == 0 ? Run.Root : top;
    }

    private string Label() => Draw(1_000).ToString(CultureInfo.InvariantCulture);

    private int Draw(int count) => Core.Randomness.Draw.Index(_key, _drawCount++, count);
}
