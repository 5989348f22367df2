namespace ActorIL.Actors.Effects;

/// <summary>Everything a behaviour can ask of its host.</summary>
public enum EffectKind
{
    /// <summary>A message to <see cref="Effect.To"/>, after <see cref="Effect.DelayTicks"/>.</summary>
    Tell,

    /// <summary>A Tell that expects an answer: number, tag, and time-out in ticks (0: none).</summary>
    Ask,

    /// <summary>The answer to ask <see cref="Effect.Number"/> of <see cref="Effect.To"/>.</summary>
    Reply,

    /// <summary>A new child <see cref="Effect.To"/>; the body is a <see cref="SpawnRequest"/>.</summary>
    Spawn,

    /// <summary>
    /// The end of <see cref="Effect.To"/>, which is the actor itself or a child of it, and of all below it.
    /// </summary>
    Stop,

    /// <summary>The body comes back as a message when <see cref="Effect.To"/> stops.</summary>
    Watch,

    /// <summary>No notice about <see cref="Effect.To"/> after all.</summary>
    Unwatch,

    /// <summary>
    /// The body comes back after <see cref="Effect.DelayTicks"/>, then every <see cref="Effect.Number"/> ticks if not
    /// 0.
    /// </summary>
    SetTimer,

    /// <summary>The timer <see cref="Effect.Tag"/> and what it has already sent are forgotten.</summary>
    CancelTimer,

    /// <summary>The message at hand is put aside.</summary>
    Stash,

    /// <summary>All that was put aside comes back, in its old order, before anything new.</summary>
    Unstash,

    /// <summary><see cref="Effect.To"/> may send <see cref="Effect.Number"/> more messages to this actor.</summary>
    Credit,

    /// <summary>Something done outside, whose result comes back after <see cref="Effect.DelayTicks"/>.</summary>
    Perform,

    /// <summary>A metric or a log line. Never hashed.</summary>
    Note,
}
