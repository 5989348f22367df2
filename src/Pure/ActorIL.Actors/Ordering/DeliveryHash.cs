using System.Runtime.CompilerServices;
using ActorIL.Core.Hashing;

namespace ActorIL.Actors.Ordering;

/// <summary>What the chain takes up for one delivery.</summary>
public static class DeliveryHash
{
    /// <summary>The hash of key, type and payload, as seven little-endian words.</summary>
    /// <param name="key">The place of the delivery in the total order.</param>
    /// <param name="typeHash">The hash of the message type's name and version.</param>
    /// <param name="payloadHash">The hash of the message's canonical bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(in EnvelopeKey key, ulong typeHash, ulong payloadHash) =>
        ContentHash.Of(
            unchecked((ulong)key.Tick),
            unchecked((ulong)key.Micro),
            key.To.Value,
            key.From.Value,
            unchecked((ulong)key.Sequence),
            typeHash,
            payloadHash
        );
}
