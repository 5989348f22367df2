namespace ActorIL.External.Frames;

/// <summary>What a frame is. An answer has the number of its request with the highest bit set.</summary>
internal enum FrameKind : byte
{
    Hello = 0x01,
    Open = 0x02,
    Reset = 0x03,
    Step = 0x04,
    Snapshot = 0x05,
    Restore = 0x06,
    Close = 0x07,
    Welcome = 0x81,
    Opened = 0x82,
    Started = 0x83,
    Stepped = 0x84,
    Saved = 0x85,
    Restored = 0x86,
    Failed = 0xFF,
}
