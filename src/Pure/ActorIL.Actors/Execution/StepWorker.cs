using System.Runtime.CompilerServices;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Probing;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Execution;

/// <summary>The memory one worker needs to run steps, reused from round to round.</summary>
internal sealed class StepWorker(
    int index,
    ActorTable actors,
    long edgeMessageCountMax,
    StepProbe? probe,
    IForkJoin forks
)
{
    public int Index { get; } = index;

    public EffectBuffer Effects { get; } = new();

    public FieldBuffer Scratch { get; } = new();

    /// <summary>Who runs the parts of a step.</summary>
    public IForkJoin Forks { get; } = forks;

    public ActorTable Actors { get; } = actors;

    public long EdgeMessageCountMax { get; } = edgeMessageCountMax;

    /// <summary>What the probe has seen, if this worker ran its step.</summary>
    public StepObservation? Observation { get; set; }

    public long Tick { get; set; }

    public int Micro { get; set; }

    /// <summary>Whether the step of this envelope is the one to look at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsProbed(in Envelope envelope) => probe is not null && IsAt(probe.Key, in envelope);

    private bool IsAt(in EnvelopeKey key, in Envelope envelope) => key == envelope.KeyAt(Tick, Micro);

    /// <summary>What the chain takes up for one delivery of the round at hand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EntryHash(in Envelope envelope, ulong typeHash, ulong payloadHash) =>
        DeliveryHash.Of(envelope.KeyAt(Tick, Micro), typeHash, payloadHash);
}
