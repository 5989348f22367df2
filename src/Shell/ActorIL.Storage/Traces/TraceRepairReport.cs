namespace ActorIL.Storage.Traces;

/// <summary>What came of repairing a trace.</summary>
public sealed record TraceRepairReport
{
    /// <summary>The repaired file; empty where nothing had to be repaired.</summary>
    public required string Out { get; init; }

    /// <summary>Whether nothing was wrong.</summary>
    public bool IsWhole => Out.Length == 0;

    /// <summary>
    /// Whether deliveries, or what else the run said, were lost: the run had ended, and all of it is there.
    /// </summary>
    public required bool IsComplete { get; init; }

    /// <summary>The last delivery that is kept; 0 for none.</summary>
    public required long LastOrdinal { get; init; }

    /// <summary>Chunks that are kept.</summary>
    public required int ChunkCount { get; init; }

    /// <summary>Bytes that are kept.</summary>
    public required long KeptBytes { get; init; }

    /// <summary>Bytes of the damaged file after them.</summary>
    public required long LostBytes { get; init; }

    /// <summary>Chunks that are lost; null where the file does not tell.</summary>
    public required int? LostChunkCount { get; init; }

    /// <summary>Deliveries that are lost; null where the file does not tell.</summary>
    public required long? LostDeliveryCount { get; init; }

    /// <summary>What was found after what is kept; empty where nothing was wrong.</summary>
    public required string Cause { get; init; }
}
