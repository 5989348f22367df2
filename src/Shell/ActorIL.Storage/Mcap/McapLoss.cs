namespace ActorIL.Storage.Mcap;

/// <summary>What follows the whole records of a file.</summary>
/// <param name="Offset">Where they end, in bytes from the start of the file.</param>
/// <param name="Cause">What was found there.</param>
/// <param name="ByteCount">From there to the end of the file.</param>
public sealed record McapLoss(long Offset, string Cause, long ByteCount);
