using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Behaviors;

/// <summary>Runs single steps of a behaviour without a host: how behaviours are tested, inspected and driven.</summary>
public static class Steps
{
    /// <summary>What Init gives.</summary>
    public static Step<TState> Init<TState, TMessage>(Behavior<TState, TMessage> behavior, in Ctx ctx)
        where TState : IFields<TState>
        where TMessage : class, IFields<TMessage>
    {
        var outbox = new Outbox(new EffectBuffer());
        var state = behavior.Init(in ctx, ref outbox);
        return new(state, [.. outbox.Effects]);
    }

    /// <summary>What Receive makes of a state and a message.</summary>
    public static Step<TState> Receive<TState, TMessage>(
        Behavior<TState, TMessage> behavior, in Ctx ctx, TState state, TMessage message)
        where TState : IFields<TState>
        where TMessage : class, IFields<TMessage>
    {
        var outbox = new Outbox(new EffectBuffer());
        var next = behavior.Receive(in ctx, state, message, ref outbox);
        return new(next, [.. outbox.Effects]);
    }
}
