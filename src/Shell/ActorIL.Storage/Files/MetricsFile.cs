using System.Globalization;
using System.Text;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Files;

/// <summary>
/// A CSV file that grows by rows of stage, step, name, value. Every append reaches the operating system before it
/// returns, so a killed process loses no row it appended; closing flushes to the disk. An append that fails leaves
/// only whole rows.
/// </summary>
public sealed class MetricsFile : IDisposable
{
    /// <summary>The first line.</summary>
    public const string Header = "stage,step,name,value";

    private const string Wanted = "a metrics file that can be written";
    private readonly FileStream _stream;
    private readonly StringBuilder _text = new();

    private MetricsFile(FileStream stream) => _stream = stream;

    public string Path => _stream.Name;

    /// <summary>A new file with its header; an existing one is an error, so that no run's metrics are lost.</summary>
    public static Result<MetricsFile, Error> Create(string path) =>
        FileEdge.Try(
            path,
            Wanted,
            () =>
            {
                if (System.IO.Path.Exists(path))
                {
                    return Result.Failure<MetricsFile, Error>(
                        new(path, "an existing file", Wanted, "Choose another path.")
                    );
                }

                // Unbuffered: an append is one write, and a failed write is reported by the append that caused it.
                var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
                var file = new MetricsFile(stream);
                file._text.Append(Header).Append('\n');
                return file.WriteText()
                    .MapError(error =>
                    {
                        stream.Dispose();
                        File.Delete(path);
                        return error;
                    });
            }
        );

    /// <summary>Bytes appended so far.</summary>
    public long Length => _stream.Position;

    /// <summary>An earlier file, cut off at a length it once had: what was appended after it never happened.</summary>
    public static Result<MetricsFile, Error> Continue(string path, long length) =>
        FileEdge.Try(
            path,
            Wanted,
            () =>
            {
                var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);
                if (stream.Length < length)
                {
                    using (stream)
                    {
                        return Result.Failure<MetricsFile, Error>(
                            new(
                                path,
                                string.Create(CultureInfo.InvariantCulture, $"{stream.Length} bytes"),
                                string.Create(CultureInfo.InvariantCulture, $"at least {length} bytes of metrics"),
                                "The file was changed since; restore it, or start the run anew."
                            )
                        );
                    }
                }

                stream.SetLength(length);
                stream.Position = length;
                return Result.Success<MetricsFile, Error>(new(stream));
            }
        );

    /// <summary>Appends rows in order: all of them, or none and an error.</summary>
    public Result<MetricsFile, Error> Append(params ReadOnlySpan<MetricRow> rows)
    {
        _text.Clear();
        foreach (var row in rows)
        {
            var step = row.Step.ToString(CultureInfo.InvariantCulture);
            Csv.AppendLine(_text, row.Stage, step, row.Name, Csv.Number(row.Value));
        }

        return WriteText();
    }

    /// <summary>Flushes to the disk and closes; returns the path.</summary>
    public Result<string, Error> Close() =>
        FileEdge.Try(
            Path,
            Wanted,
            () =>
            {
                using (_stream)
                {
                    _stream.Flush(flushToDisk: true);
                }

                return Result.Success<string, Error>(Path);
            }
        );

    public void Dispose() => _stream.Dispose();

    private Result<MetricsFile, Error> WriteText() =>
        FileEdge.Try(
            Path,
            Wanted,
            () =>
            {
                var lengthBefore = _stream.Position;
                try
                {
                    _stream.Write(Encoding.UTF8.GetBytes(_text.ToString()));
                    return Result.Success<MetricsFile, Error>(this);
                }
                catch (IOException)
                {
                    _stream.SetLength(lengthBefore);
                    throw;
                }
            }
        );
}
