using System.Runtime.CompilerServices;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Probing;
using ActorIL.Core.Fields;
using ActorIL.Core.Mathematics;
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
    // A power of two: often enough that little is lost, seldom enough that it costs nothing.
    private const int RunsBetweenProbes = 64;

    // The beat of the round's first envelope.
    private long _beatBase;
    private int _runCount;

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

    /// <summary>Whether it runs steps now.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Changes with every step, for who looks on from another thread.</summary>
    public long Beat { get; private set; }

    /// <summary>The envelope of its step, counted within the round.</summary>
    public int EnvelopeIndex => (int)(Beat - _beatBase);

    /// <summary>Steps begin; the first one's envelope has this index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(int envelopeIndex)
    {
        _beatBase = Beat + 1 - envelopeIndex;
        Beat++;
        IsRunning = true;
    }

    /// <summary>The step of this envelope begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StepTo(int envelopeIndex) => Beat = _beatBase + envelopeIndex;

    /// <summary>
    /// Its steps are done. Now and then it looks whether they have changed the processor's arithmetic.
    /// </summary>
    /// <exception cref="FloatingPointStateException">They have.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End()
    {
        IsRunning = false;
        if ((++_runCount & (RunsBetweenProbes - 1)) == 0)
        {
            FloatingPointStateException.ThrowIfChanged();
        }
    }

    /// <summary>Whether the step of this envelope is the one to look at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsProbed(in Envelope envelope) => probe is not null && IsAt(probe.Key, in envelope);

    private bool IsAt(in EnvelopeKey key, in Envelope envelope) => key == envelope.KeyAt(Tick, Micro);

    /// <summary>What the chain takes up for one delivery of the round at hand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong EntryHash(in Envelope envelope, ulong typeHash, ulong payloadHash) =>
        DeliveryHash.Of(envelope.KeyAt(Tick, Micro), typeHash, payloadHash);
}
