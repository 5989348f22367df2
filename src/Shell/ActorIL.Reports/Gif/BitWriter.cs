namespace ActorIL.Reports.Gif;

/// <summary>Packs codes of different lengths into bytes, lowest bits first.</summary>
internal sealed class BitWriter
{
    private readonly List<byte> _bytes = [];
    private int _waiting;
    private int _waitingCount;

    public void Write(int code, int bitCount)
    {
        _waiting |= code << _waitingCount;
        _waitingCount += bitCount;
        while (_waitingCount >= 8)
        {
            _bytes.Add((byte)_waiting);
            _waiting >>= 8;
            _waitingCount -= 8;
        }
    }

    /// <summary>Everything written, the last byte filled up with zeros.</summary>
    public byte[] ToArray() => _waitingCount > 0 ? [.. _bytes, (byte)_waiting] : [.. _bytes];
}
