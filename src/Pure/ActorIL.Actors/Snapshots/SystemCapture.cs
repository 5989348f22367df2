using System.Collections.Immutable;
using ActorIL.Actors.Execution;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Snapshots;

/// <summary>Takes the snapshot of a system between two rounds.</summary>
internal static class SystemCapture
{
    public static Result<SystemSnapshot, Error> Run(
        ActorSystem system,
        ImmutableArray<HopSnapshot> hops,
        bool isBetweenRounds
    )
    {
        if (system.Outcome is not null || !isBetweenRounds)
        {
            return Result.Failure<SystemSnapshot, Error>(
                new(
                    $"/{system.Settings.RootName}",
                    system.Outcome is null ? "a round that was broken off" : "a run that is over",
                    "a run between two rounds",
                    "Capture when Run has returned Interrupted."
                )
            );
        }

        var envelopes = new EnvelopeCapture(system);
        var actors = ImmutableArray.CreateBuilder<ActorSnapshot>();
        foreach (var cell in system.Actors.InOrder())
        {
            actors.Add(ActorCapture.Of(cell, envelopes));
        }

        var queue = Queue(system, envelopes);
        var faults = system.Faults.Select(static faults => new FaultSnapshot(
            faults.Key,
            faults.Value.DeliveryIndex,
            faults.Value.IsInitSeen
        ));
        var snapshot = new SystemSnapshot(Clock(system), actors.ToImmutable(), queue, [.. faults], hops);
        return envelopes.Refusal is { } refusal
            ? Result.Failure<SystemSnapshot, Error>(refusal)
            : Result.Success<SystemSnapshot, Error>(snapshot with { Blocks = [.. envelopes.Blocks.Values] });
    }

    private static ClockSnapshot Clock(ActorSystem system) =>
        new(
            system.Tick,
            system.Micro,
            system.Chain.Value,
            system.DeliveryCount,
            system.DeadLetterCount,
            system.Floor.Sequence,
            system.Floor.Release,
            system.Floor.NumberNext
        );

    private static ImmutableArray<EnvelopeSnapshot> Queue(ActorSystem system, EnvelopeCapture envelopes)
    {
        var queue = ImmutableArray.CreateBuilder<EnvelopeSnapshot>(system.Queue.Count);
        foreach (var bucket in system.Queue.Pending())
        {
            bucket.Sort();
            var isNext = bucket == system.Queue.Next;
            var (tick, micro) = isNext ? (system.Tick, system.Micro + 1) : (bucket.Tick, 0);
            foreach (ref var envelope in bucket.Items)
            {
                queue.Add(envelopes.Of(ref envelope, envelope.KeyAt(tick, micro)));
            }
        }

        return queue.ToImmutable();
    }
}
