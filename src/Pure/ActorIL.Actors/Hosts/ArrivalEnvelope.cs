using ActorIL.Actors.Addressing;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Hosts;

/// <summary>Something on its way in a free-running host, which carries it and hands it back.</summary>
public sealed class ArrivalEnvelope
{
    private Envelope _envelope;

    internal ArrivalEnvelope(in Envelope envelope, HostedActor? receiver, long dueTick, long sentTick) =>
        (_envelope, Receiver, DueTick, DelayTicks) = (envelope, receiver, dueTick, dueTick - sentTick);

    /// <summary>Who is to have it; null where there was nobody when it was sent.</summary>
    public HostedActor? Receiver { get; }

    /// <summary>Who sent it; nobody for the kernel itself.</summary>
    public ActorId From => _envelope.From;

    /// <summary>What it is to its receiver.</summary>
    public EnvelopeKind Kind => _envelope.Kind;

    /// <summary>What the kind says: the number of a start, an ask or a timer.</summary>
    public long Number => _envelope.Number;

    /// <summary>Ticks from when it was sent to when it is due, ≥ 0.</summary>
    public long DelayTicks { get; }

    /// <summary>
    /// Whether its receiver waits for time to pass: a timer, a time-out, or a message to itself with a delay. All else
    /// is carried at once; its delay says how long the work took that it tells of.
    /// </summary>
    public bool IsWait =>
        DelayTicks > 0
        && Kind is not EnvelopeKind.External
        && _envelope is { SentAs: null, From.IsNone: false }
        && _envelope.From == _envelope.To;

    /// <summary>Whether it comes before everything that lies in the receiver's mailbox.</summary>
    public bool IsReleased => _envelope.From.IsNone;

    /// <summary>Waits for the result of an operation outside, if it is one; on whatever thread.</summary>
    public void WaitForOutside()
    {
        if (_envelope is { Kind: EnvelopeKind.External, Body: Func<ExternalOutcome> wait })
        {
            _envelope.Body = wait();
        }
    }

    internal long DueTick { get; }

    internal ref Envelope Envelope => ref _envelope;
}
