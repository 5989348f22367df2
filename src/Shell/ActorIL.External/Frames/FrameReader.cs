using System.Buffers.Binary;

namespace ActorIL.External.Frames;

/// <summary>Reads one frame after another, in memory that is used again and grows only as bytes arrive.</summary>
/// <param name="stream">Where from; what it throws passes through.</param>
internal sealed class FrameReader(Stream stream)
{
    private const int ChunkLength = 1 << 20;

    private byte[] _bytes = new byte[1 << 16];
    private int _filled;
    private int _used;

    /// <summary>Of the last frame.</summary>
    public FrameKind Kind => (FrameKind)_bytes[3];

    /// <summary>The length that the last header said, whatever it was.</summary>
    public long Claimed => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(4));

    /// <summary>Of the last frame; valid until the next is read.</summary>
    public ReadOnlySpan<byte> Body => _bytes.AsSpan(Protocol.HeaderLength, _used - Protocol.HeaderLength);

    /// <summary>What was read of this frame and behind it.</summary>
    public ReadOnlySpan<byte> Raw => _bytes.AsSpan(0, _filled);

    /// <summary>Whether bytes came behind the last frame.</summary>
    public bool HasMore => _filled > _used;

    /// <summary>Waits for a frame.</summary>
    /// <param name="wanted">The kind it should be; a failure may come in its place. Null where any may come.</param>
    /// <param name="bodyLengthMax">The most bytes its body may have; a failure may have some more.</param>
    public ReadOutcome Read(FrameKind? wanted, int bodyLengthMax)
    {
        _bytes.AsSpan(_used, _filled - _used).CopyTo(_bytes);
        (_filled, _used) = (_filled - _used, 0);
        if (!Fill(Protocol.HeaderLength))
        {
            // What is too short for a header and does not begin like one was never meant to be a frame.
            var begins = Raw.StartsWith(Protocol.Magic[..Math.Min(Protocol.Magic.Length, _filled)]);
            return _filled == 0 ? ReadOutcome.End
                : begins ? ReadOutcome.Partial
                : ReadOutcome.Garbage;
        }

        if (!Raw.StartsWith(Protocol.Magic) || (wanted is { } kind && Kind != kind && Kind != FrameKind.Failed))
        {
            return ReadOutcome.Garbage;
        }

        var bound = Kind == FrameKind.Failed ? Math.Max(bodyLengthMax, Protocol.FailureLengthMax) : bodyLengthMax;
        if (Claimed > bound)
        {
            return ReadOutcome.TooLong;
        }

        var end = Protocol.HeaderLength + (int)Claimed;
        if (!Fill(end))
        {
            return ReadOutcome.Partial;
        }

        _used = end;
        return ReadOutcome.Frame;
    }

    private bool Fill(int length)
    {
        while (_filled < length)
        {
            if (_filled == _bytes.Length)
            {
                Array.Resize(ref _bytes, Math.Min(length, _filled + Math.Max(_filled, ChunkLength)));
            }

            var count = stream.Read(_bytes, _filled, _bytes.Length - _filled);
            if (count == 0)
            {
                return false;
            }

            _filled += count;
        }

        return true;
    }
}
