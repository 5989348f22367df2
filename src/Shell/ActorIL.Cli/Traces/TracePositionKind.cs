namespace ActorIL.Cli.Traces;

/// <summary>What a place in a run is counted in.</summary>
internal enum TracePositionKind
{
    /// <summary>Deliveries from the start of the run.</summary>
    Delivery,

    /// <summary>Ticks, and rounds within a tick.</summary>
    Round,

    /// <summary>Update boundaries.</summary>
    Update,
}
