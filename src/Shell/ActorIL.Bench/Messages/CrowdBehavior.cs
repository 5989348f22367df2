using System.Globalization;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Bench.Messages;

/// <summary>An actor that only starts others, which work side by side.</summary>
/// <param name="ChildCount">How many.</param>
/// <param name="Child">What each of them does.</param>
public sealed record CrowdBehavior(int ChildCount, BusyBehavior Child) : Behavior<BenchState, BenchMessage>
{
    public override TypeName BehaviorName => new("bench-crowd", 1);

    public override BenchState Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        for (var i = 0; i < ChildCount; i++)
        {
            outbox.Spawn(in ctx, i.ToString(CultureInfo.InvariantCulture), Child);
        }

        return default;
    }

    public override BenchState Receive(in Ctx ctx, BenchState state, BenchMessage message, scoped ref Outbox outbox) =>
        state;
}
