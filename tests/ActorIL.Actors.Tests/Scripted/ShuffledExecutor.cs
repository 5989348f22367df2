using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>Runs receivers in any order, each on any worker: what another runtime may do with a round.</summary>
internal sealed class ShuffledExecutor(ulong seed) : IRoundExecutor
{
    private readonly RngKey _key = RngKey.Root(seed).Fold("executor");
    private ulong _drawCount;

    public int WorkerCount => 3;

    public IForkJoin Forks => OneByOne.Instance;

    /// <summary>Paths of actors that were run, in order; each once a round.</summary>
    public List<string> Ran { get; } = [];

    /// <summary>Actors that have ended.</summary>
    public List<string> EndedPaths { get; } = [];

    public void Run(Round round)
    {
        var left = Enumerable.Range(0, round.ReceiverCount).ToList();
        while (left.Count > 0)
        {
            var receiver = left[Draw(left.Count)];
            left.Remove(receiver);
            Ran.Add(round.ReceiverAt(receiver).Path);
            round.ReceiverAt(receiver).Attachment ??= this;
            round.Run(receiver, Draw(WorkerCount));
        }
    }

    public void Ended(HostedActor actor)
    {
        Assert.True(actor.Attachment is null || ReferenceEquals(this, actor.Attachment));
        EndedPaths.Add(actor.Path);
    }

    private int Draw(int count) => Core.Randomness.Draw.Index(_key, _drawCount++, count);
}
