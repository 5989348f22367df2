using System.Collections.Immutable;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Snapshots;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>One boundary between two rounds of a run: what it was there, as it is read back.</summary>
/// <param name="Bytes">The snapshot's canonical bytes.</param>
/// <param name="Blocks">What travels beside them.</param>
/// <param name="Root">The root's behaviour, knowing who lives where.</param>
/// <param name="Seen">What observers had been told.</param>
internal sealed record Boundary(
    ImmutableArray<byte> Bytes,
    ImmutableArray<ParameterBlock> Blocks,
    Behavior Root,
    Seen Seen
)
{
    public SystemSnapshot Snapshot => SystemSnapshot.Read(Bytes.AsSpan(), Blocks).Require();

    /// <summary>Every boundary of a run up to a tick, the one it ends at included.</summary>
    public static IReadOnlyList<Boundary> All(Behavior root, KernelSettings settings, long tickMax)
    {
        var recorder = new Recorder();
        var host = new SimulationHost(root, Run.Observed(settings, recorder));
        var found = new List<Boundary>();
        var isAlive = true;
        while (isAlive && host.Progress.Tick <= tickMax)
        {
            var snapshot = host.Capture().Require();
            var lives = new SortedDictionary<ulong, Behavior>();
            foreach (var cell in host.System.Actors.InOrder())
            {
                lives.Add(cell.Id.Value, cell.Behavior);
            }

            var known = ScriptedBehavior.With(host.System.Root!.Behavior, lives)!;
            found.Add(new(snapshot.Bytes(), snapshot.Blocks, known, Seen.Of(host, recorder)));
            isAlive = OneRound(host).Match(static _ => false, static _ => true, static _ => false, static _ => false);
        }

        return found;
    }

    /// <summary>Runs one round, if there is one.</summary>
    public static RunOutcome OneRound(IActorHost host)
    {
        var askedCount = 0;
        return host.Run(_ => askedCount++ > 0);
    }
}
