using System.Buffers.Binary;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Probing;
using ActorIL.Core.Fields;
using ActorIL.Core.Hashing;

namespace ActorIL.Actors.Execution;

/// <summary>The memory one worker needs to run steps, reused from round to round.</summary>
internal sealed class StepWorker(ActorTable actors, long edgeMessageCountMax, StepProbe? probe = null)
{
    public EffectBuffer Effects { get; } = new();

    public FieldBuffer Scratch { get; } = new();

    public ActorTable Actors { get; } = actors;

    public long EdgeMessageCountMax { get; } = edgeMessageCountMax;

    /// <summary>What the probe has seen, if this worker ran its step.</summary>
    public StepObservation? Observation { get; set; }

    public long Tick { get; set; }

    public int Micro { get; set; }

    /// <summary>Whether the step of this envelope is the one to look at.</summary>
    public bool IsProbed(in Envelope envelope) => probe is not null && probe.Key == envelope.KeyAt(Tick, Micro);

    /// <summary>
    /// What the chain takes up for one delivery: key, type and payload, as seven little-endian words.
    /// </summary>
    public ulong EntryHash(in Envelope envelope, ulong typeHash, ulong payloadHash)
    {
        Span<byte> words = stackalloc byte[56];
        BinaryPrimitives.WriteInt64LittleEndian(words, Tick);
        BinaryPrimitives.WriteInt64LittleEndian(words[8..], Micro);
        BinaryPrimitives.WriteUInt64LittleEndian(words[16..], envelope.To.Value);
        BinaryPrimitives.WriteUInt64LittleEndian(words[24..], envelope.From.Value);
        BinaryPrimitives.WriteInt64LittleEndian(words[32..], envelope.Sequence);
        BinaryPrimitives.WriteUInt64LittleEndian(words[40..], typeHash);
        BinaryPrimitives.WriteUInt64LittleEndian(words[48..], payloadHash);
        return ContentHash.Of(words);
    }
}
