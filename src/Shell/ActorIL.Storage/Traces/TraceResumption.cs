namespace ActorIL.Storage.Traces;

/// <summary>A run went on after it had been broken off.</summary>
/// <param name="Ordinal">The last delivery that was kept; 0 for a start from the beginning.</param>
/// <param name="At">Wall-clock time, ISO 8601 in UTC.</param>
/// <param name="CodeVersion">The version that went on.</param>
public sealed record TraceResumption(long Ordinal, string At, string CodeVersion);
