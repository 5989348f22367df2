namespace ActorIL.External.Frames;

/// <summary>The numbers of PROTOCOL.md.</summary>
internal static class Protocol
{
    public const int Version = 1;

    /// <summary>Bytes before the body of a frame: A, I, L, the kind, and the length of the body.</summary>
    public const int HeaderLength = 8;

    /// <summary>The most bytes of any body.</summary>
    public const int BodyLengthMax = 1 << 30;

    /// <summary>The most bytes of a welcome: four thousand million bounds are no space of anybody.</summary>
    public const int WelcomeLengthMax = 1 << 26;

    /// <summary>The most bytes of the text of a failure.</summary>
    public const int FailureLengthMax = 1 << 16;

    /// <summary>The most instances of one process.</summary>
    public const int InstanceCountMax = 1 << 20;

    /// <summary>The most numbers of an observation or action.</summary>
    public const int SpaceSizeMax = 1 << 22;

    /// <summary>Spaces within spaces at most.</summary>
    public const int SpaceDepthMax = 16;

    public const uint CanSnapshot = 1;

    public static ReadOnlySpan<byte> Magic => "AIL"u8;
}
