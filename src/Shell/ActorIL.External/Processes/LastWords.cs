using System.Collections.Immutable;
using System.Text;

namespace ActorIL.External.Processes;

/// <summary>
/// Reads all that a program writes to its standard error, so that it never waits for a reader, and keeps the end of it.
/// </summary>
internal sealed class LastWords
{
    private const int ByteCountMax = 1 << 14;
    private const int LineCountMax = 20;
    private const int LineLengthMax = 300;
    private const int StackLength = 1 << 18;

    private readonly Stream _stream;
    private readonly byte[] _ring = new byte[ByteCountMax];
    private readonly Lock _lock = new();
    private readonly Thread _thread;
    private long _count;

    public LastWords(Stream stream)
    {
        _stream = stream;
        _thread = new(Drain, StackLength) { IsBackground = true, Name = "external-stderr" };
        _thread.Start();
    }

    /// <summary>Whether everybody who could write has ended, waited for so long.</summary>
    public bool HasEnded(TimeSpan patience) => _thread.Join(patience);

    /// <summary>The last lines, each cut where it is long.</summary>
    public ImmutableArray<string> Lines()
    {
        string text;
        lock (_lock)
        {
            var length = (int)Math.Min(_count, ByteCountMax);
            var bytes = new byte[length];
            for (var i = 0; i < length; i++)
            {
                bytes[i] = _ring[(_count - length + i) % ByteCountMax];
            }

            text = Encoding.UTF8.GetString(bytes);
        }

        return
        [
            .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .TakeLast(LineCountMax)
                .Select(static line => line.Length > LineLengthMax ? $"{line[..LineLengthMax]}..." : line)
                .Select(static line => string.Concat(line.Select(static c => char.IsControl(c) ? ' ' : c))),
        ];
    }

    private void Drain()
    {
        var chunk = new byte[4_096];
        while (Read(chunk) is > 0 and var count)
        {
            lock (_lock)
            {
                for (var i = 0; i < count; i++)
                {
                    _ring[_count++ % ByteCountMax] = chunk[i];
                }
            }
        }
    }

    private int Read(byte[] chunk)
    {
        try
        {
            return _stream.Read(chunk, 0, chunk.Length);
        }
        catch (IOException)
        {
            return 0;
        }
        catch (ObjectDisposedException)
        {
            return 0;
        }
    }
}
