using ActorIL.Actors.Addressing;

namespace ActorIL.Actors.Effects;

/// <summary>One effect, as data. Which members it uses is said at each <see cref="EffectKind"/>; the others are zero.</summary>
/// <param name="Kind">Which effect.</param>
/// <param name="To">The other actor.</param>
/// <param name="Body">Message, notice, request, operation or note.</param>
/// <param name="DelayTicks">Delay, time-out or latency.</param>
/// <param name="Number">Number of the ask, period of the timer, or messages granted.</param>
/// <param name="Tag">The behaviour's own name for an ask, operation or timer.</param>
public readonly record struct Effect(
    EffectKind Kind, ActorId To, object? Body, long DelayTicks = 0, long Number = 0, int Tag = 0);
