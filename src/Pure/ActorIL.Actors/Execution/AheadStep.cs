using ActorIL.Actors.Effects;

namespace ActorIL.Actors.Execution;

/// <summary>What a behaviour has made of a message that is not taken up yet.</summary>
internal sealed class AheadStep<TState, TMessage>(TMessage message)
{
    public TMessage Message { get; } = message;

    public EffectBuffer Effects { get; } = new();

    public TState? Next { get; set; }

    public Exception? Fault { get; set; }
}
