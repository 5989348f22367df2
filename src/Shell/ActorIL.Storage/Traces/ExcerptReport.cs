using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Traces;

/// <summary>What went into an excerpt.</summary>
/// <param name="Path">The file.</param>
/// <param name="DeliveryCount">Deliveries kept.</param>
/// <param name="ReadCount">Deliveries looked at.</param>
/// <param name="ByteCount">Bytes of the file.</param>
/// <param name="Problem">What ended the reading of the source early; null where nothing did.</param>
public sealed record ExcerptReport(string Path, long DeliveryCount, long ReadCount, long ByteCount, Error? Problem);
