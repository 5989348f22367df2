namespace ActorIL.External.Frames;

/// <summary>How reading a frame went.</summary>
internal enum ReadOutcome
{
    /// <summary>A frame is there.</summary>
    Frame,

    /// <summary>The stream ended between two frames.</summary>
    End,

    /// <summary>The stream ended within a frame.</summary>
    Partial,

    /// <summary>These bytes begin no frame.</summary>
    Garbage,

    /// <summary>A frame of more bytes than it can have.</summary>
    TooLong,
}
