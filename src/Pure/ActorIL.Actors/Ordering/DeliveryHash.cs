using System.Buffers.Binary;
using ActorIL.Core.Hashing;

namespace ActorIL.Actors.Ordering;

/// <summary>What the chain takes up for one delivery.</summary>
public static class DeliveryHash
{
    /// <summary>The hash of key, type and payload, as seven little-endian words.</summary>
    /// <param name="key">The place of the delivery in the total order.</param>
    /// <param name="typeHash">The hash of the message type's name and version.</param>
    /// <param name="payloadHash">The hash of the message's canonical bytes.</param>
    public static ulong Of(in EnvelopeKey key, ulong typeHash, ulong payloadHash)
    {
        Span<byte> words = stackalloc byte[56];
        BinaryPrimitives.WriteInt64LittleEndian(words, key.Tick);
        BinaryPrimitives.WriteInt64LittleEndian(words[8..], key.Micro);
        BinaryPrimitives.WriteUInt64LittleEndian(words[16..], key.To.Value);
        BinaryPrimitives.WriteUInt64LittleEndian(words[24..], key.From.Value);
        BinaryPrimitives.WriteInt64LittleEndian(words[32..], key.Sequence);
        BinaryPrimitives.WriteUInt64LittleEndian(words[40..], typeHash);
        BinaryPrimitives.WriteUInt64LittleEndian(words[48..], payloadHash);
        return ContentHash.Of(words);
    }
}
