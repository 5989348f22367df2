using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Execution;

/// <summary>
/// Takes envelopes up in an order that was recorded, whatever tick they are due at: what was sent lies here until the
/// order names it.
/// </summary>
internal sealed class ArrivalReplay(ActorSystem system, IArrivalOrder order)
{
    private readonly SortedDictionary<EnvelopeKey, Envelope> _sent = [];

    /// <summary>The next one; false at the end, or where the order and the run do not go together.</summary>
    public bool TryNext(out Envelope envelope, out long tick)
    {
        system.Queue.GiveAll((sent, _) => _sent[PlaceOf(in sent)] = sent);
        var (found, at) = (default(Envelope), 0L);
        var problem = order
            .Next()
            .Match(
                arrival =>
                {
                    if (arrival is not { } next)
                    {
                        system.Outcome = new RunOutcome.Completed();
                        return null;
                    }

                    at = next.Tick;
                    return _sent.Remove(new(0, 0, next.To, next.From, next.Sequence), out found) ? null : Unknown(next);
                },
                static error => error
            );
        if (problem is not null)
        {
            system.Outcome = new RunOutcome.Faulted(problem);
        }

        (envelope, tick) = (found, at);
        return system.Outcome is null;
    }

    /// <summary>Says that something was taken up which is no delivery.</summary>
    public static void Report(ActorSystem system, in Envelope envelope) =>
        system.Log.Add(
            system,
            LifecycleKind.Arrived,
            envelope.To,
            new Arrival(system.Tick, envelope.To, envelope.From, envelope.Sequence).Place
        );

    private static EnvelopeKey PlaceOf(in Envelope envelope) => envelope.KeyAt(tick: 0, micro: 0);

    private Error Unknown(Arrival arrival) =>
        new(
            system.Actors.PathOf(arrival.To),
            $"nothing from {system.Actors.PathOf(arrival.From)} with number {arrival.Sequence} on its way",
            "what the recorded run took up there",
            "The code sends what history did not: compare the two runs up to here."
        );
}
