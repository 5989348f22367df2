namespace ActorIL.Actors.Ordering;

/// <summary>The key an envelope was first sent under, kept aside because few envelopes ever get another.</summary>
internal sealed record SentKey(EnvelopeKey Key);
