using ActorIL.Actors.Addressing;

namespace ActorIL.Actors.Effects;

/// <summary>One effect, as data. Which members it uses is said at each <see cref="EffectKind"/>; the others are zero.</summary>
/// <remarks>Its setters are for the buffer it lies in, which fills it in place: nobody else can change an effect.</remarks>
public record struct Effect
{
    /// <param name="kind">Which effect.</param>
    /// <param name="to">The other actor.</param>
    /// <param name="body">Message, notice, request, operation or note.</param>
    /// <param name="delayTicks">Delay, time-out or latency.</param>
    /// <param name="number">Number of the ask, period of the timer, or messages granted.</param>
    /// <param name="tag">The behaviour's own name for an ask, operation or timer.</param>
    public Effect(EffectKind kind, ActorId to, object? body, long delayTicks = 0, long number = 0, int tag = 0) =>
        (Kind, To, Body, DelayTicks, Number, Tag) = (kind, to, body, delayTicks, number, tag);

    public EffectKind Kind { readonly get; internal set; }

    public int Tag { readonly get; internal set; }

    public ActorId To { readonly get; internal set; }

    public object? Body { readonly get; internal set; }

    public long DelayTicks { readonly get; internal set; }

    public long Number { readonly get; internal set; }
}
