using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Snapshots;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Execution;

/// <summary>Ends a run whose virtual time stands still, and names the cycle that keeps it from moving.</summary>
internal sealed class HopWatch(ActorSystem system)
{
    private const int RoundCount = 64;
    private const int EnvelopesPerRoundMax = 64;
    private readonly List<Hop> _hops = [];

    /// <summary>From here on hops are remembered: the cap is near.</summary>
    public int FirstMicro { get; } = Math.Max(0, system.Settings.HopsPerTickMax - RoundCount);

    /// <summary>The hops remembered so far.</summary>
    public ImmutableArray<HopSnapshot> Capture() =>
        [.. _hops.Select(static hop => new HopSnapshot(hop.From, hop.To, hop.Micro))];

    /// <summary>Goes on from where another watch stood.</summary>
    public void Restore(ImmutableArray<HopSnapshot> hops) =>
        _hops.AddRange(hops.Select(static hop => new Hop(hop.From, hop.To, hop.Micro)));

    /// <summary>Looks at the round that was just committed.</summary>
    public void AfterRound(ReadOnlySpan<Envelope> envelopes)
    {
        var hopsMax = system.Settings.HopsPerTickMax;
        if (system.Micro == FirstMicro)
        {
            _hops.Clear();
        }

        foreach (ref readonly var envelope in envelopes[..Math.Min(envelopes.Length, EnvelopesPerRoundMax)])
        {
            _hops.Add(new(envelope.Sender, envelope.To, system.Micro));
        }

        if (system.Micro >= hopsMax && system.Queue.Next.Count > 0)
        {
            system.Outcome ??= new RunOutcome.Faulted(
                new Error(
                    Cycle(),
                    FormattableString.Invariant($"more than {hopsMax} rounds within tick {system.Tick}"),
                    "a message with a delay somewhere in the cycle",
                    "Give one of its messages a delay of a tick or more, or raise kernel.hops-per-tick-max."
                )
            );
        }
    }

    /// <summary>Walks back from the last hop, sender by sender, until an actor comes up again.</summary>
    private string Cycle()
    {
        var actor = _hops[^1].To;
        List<ActorId> back = [actor];
        for (var micro = system.Micro; micro > system.Micro - RoundCount; micro--)
        {
            var index = _hops.FindIndex(hop => hop.Micro == micro && hop.To == actor);
            if (index < 0 || _hops[index].From.IsNone)
            {
                break;
            }

            actor = _hops[index].From;
            var earlier = back.IndexOf(actor);
            back.Add(actor);
            if (earlier >= 0)
            {
                back.RemoveRange(0, earlier);
                break;
            }
        }

        back.Reverse();
        return string.Join(" -> ", back.Select(system.Actors.PathOf));
    }

    private readonly record struct Hop(ActorId From, ActorId To, int Micro);
}
