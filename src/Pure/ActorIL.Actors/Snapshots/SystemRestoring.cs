using System.Globalization;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Execution;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Snapshots;

/// <summary>Puts a snapshot into an empty system.</summary>
internal static class SystemRestoring
{
    /// <summary>The error says why these behaviours and settings do not go with the snapshot.</summary>
    public static Error? Run(ActorSystem system, Behavior root, SystemSnapshot snapshot)
    {
        if (snapshot.Clock is { Tick: < 0 } or { Micro: < -1 })
        {
            return new(
                "snapshot",
                string.Create(CultureInfo.InvariantCulture, $"tick {snapshot.Clock.Tick}.{snapshot.Clock.Micro}"),
                "a time that has been",
                "The snapshot is damaged."
            );
        }

        var restoring = new ActorRestoring(system, snapshot);
        var error = restoring.Make(root);
        error ??= restoring.Fill();
        if (error is not null)
        {
            return error;
        }

        var clock = snapshot.Clock;
        system.Queue.StandAt(clock.Tick, clock.Micro);
        system.Chain = new HashChain(clock.Chain);
        system.DeliveryCount = clock.DeliveryCount;
        system.DeadLetterCount = clock.DeadLetterCount;
        system.Floor = new(clock.SequenceFloor, clock.ReleaseFloor, clock.NumberFloor);
        foreach (var fault in snapshot.Faults)
        {
            system.FaultsOf(fault.Path)?.Set(fault.DeliveryIndex, fault.IsInitSeen);
        }

        if (clock is { Tick: 0, Micro: -1 })
        {
            // The start of the run has been logged and not yet told.
            system.Log.Add(system, LifecycleKind.Started, system.Root!.Id, system.Root.Path);
        }

        return restoring.Queue();
    }
}
