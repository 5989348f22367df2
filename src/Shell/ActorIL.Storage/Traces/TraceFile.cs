using System.Collections.Concurrent;
using System.Diagnostics;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Traces;

/// <summary>
/// A trace on its way to the disk: chunks are written by a thread of their own, in order. At most
/// <see cref="QueueLength"/> of them wait; a slower disk makes the run wait, and nothing is ever dropped.
/// </summary>
public sealed class TraceFile : IDisposable
{
    /// <summary>Chunks that may wait for the disk, which bounds the memory of recording.</summary>
    public const int QueueLength = 8;

    private readonly BlockingCollection<(Func<Error?> Write, bool IsEssential)> _queue = new(QueueLength);
    private readonly McapWriter _writer;
    private readonly Thread _thread;
    private volatile Error? _problem;
    private bool _isDisposed;

    private TraceFile(string path, McapWriter writer)
    {
        (Path, _writer) = (path, writer);
        _thread = new(WriteAll) { IsBackground = true, Name = "trace" };
        _thread.Start();
    }

    public string Path { get; }

    /// <summary>What the disk refused; null while all is well.</summary>
    public Error? Problem => _problem;

    /// <summary>Chunks the run had to wait for.</summary>
    public long StallCount { get; private set; }

    /// <summary>How long the run waited for the disk.</summary>
    public TimeSpan StallTime { get; private set; }

    /// <summary>Bytes of chunks handed over so far, those on their way included.</summary>
    public long ByteCount { get; private set; }

    /// <summary>A writer that has begun its file becomes a trace.</summary>
    public static TraceFile Of(string path, McapWriter writer) => new(path, writer);

    /// <summary>Hands a chunk over; waits while too many are on their way.</summary>
    public void Append(McapSealedChunk chunk)
    {
        ByteCount += chunk.Bytes.Length;
        Enqueue(() => ProblemOf(_writer.Write(chunk)));
    }

    /// <summary>
    /// Waits until everything handed over has reached the system, or the disk: the length of the file.
    /// </summary>
    public Result<long, Error> Flush(bool toDisk)
    {
        var length = 0L;
        using var done = new ManualResetEventSlim();
        Enqueue(() =>
            ProblemOf(
                _writer
                    .Flush(toDisk)
                    .Map(offset =>
                    {
                        length = offset;
                        return offset;
                    })
            )
        );
        _queue.Add((() => Signal(done), IsEssential: true));
        done.Wait();
        return _problem is { } problem ? Result.Failure<long, Error>(problem) : Result.Success<long, Error>(length);
    }

    /// <summary>Writes what makes the file whole, flushes and closes; returns the path.</summary>
    public Result<string, Error> Close()
    {
        Enqueue(() => ProblemOf(_writer.Close()));
        Dispose();
        return _problem is { } problem ? Result.Failure<string, Error>(problem) : Result.Success<string, Error>(Path);
    }

    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _queue.CompleteAdding();
            _thread.Join();
            _writer.Dispose();
            _queue.Dispose();
        }
    }

    private void Enqueue(Func<Error?> write)
    {
        if (_queue.TryAdd((write, IsEssential: false)))
        {
            return;
        }

        var start = Stopwatch.GetTimestamp();
        _queue.Add((write, IsEssential: false));
        StallCount++;
        StallTime += Stopwatch.GetElapsedTime(start);
    }

    private void WriteAll()
    {
        // After a refusal the rest is taken and forgotten, so that nobody waits for a disk that takes nothing.
        foreach (var (write, isEssential) in _queue.GetConsumingEnumerable())
        {
            if (_problem is null || isEssential)
            {
                _problem = write() ?? _problem;
            }
        }
    }

    private static Error? Signal(ManualResetEventSlim done)
    {
        done.Set();
        return null;
    }

    private static Error? ProblemOf<T>(Result<T, Error> result) => result.Match<Error?>(_ => null, error => error);
}
