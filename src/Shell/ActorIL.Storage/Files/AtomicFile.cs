using System.Text;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Files;

/// <summary>
/// Writes whole files: aside in the same folder, flushed to the disk, then renamed. A reader sees the old file or the
/// new one, whenever the writer dies; a failure leaves neither a changed target nor a partial file.
/// </summary>
public static class AtomicFile
{
    /// <summary>What the file is called while it is being written.</summary>
    public const string PartialEnding = ".partial";

    private const string Wanted = "a file that can be written";

    /// <summary>Writes what <paramref name="write"/> puts into the stream; returns the full path.</summary>
    /// <param name="path">Its folder must exist.</param>
    /// <param name="write">May fail with an <see cref="IOException"/>; any other exception is passed on.</param>
    public static Result<string, Error> Write(string path, Action<Stream> write) =>
        AtFile(path, target => Replace(target, write));

    /// <summary>
    /// Whether a file can be written there, to be asked before long work; changes nothing and returns the full path.
    /// </summary>
    public static Result<string, Error> Probe(string path) =>
        AtFile(path, static target => OpenPartial(target, FileOptions.DeleteOnClose).Dispose());

    /// <summary>Writes these bytes; returns the full path.</summary>
    public static Result<string, Error> WriteBytes(string path, ReadOnlyMemory<byte> bytes) =>
        Write(path, stream => stream.Write(bytes.Span));

    /// <summary>Writes a text as UTF-8 without a byte-order mark; returns the full path.</summary>
    public static Result<string, Error> WriteText(string path, string text) =>
        WriteBytes(path, Encoding.UTF8.GetBytes(text));

    private static Result<string, Error> AtFile(string path, Action<string> work) =>
        FileEdge.Try(
            path,
            Wanted,
            () =>
            {
                var target = Path.GetFullPath(path);
                if (Directory.Exists(target))
                {
                    return Result.Failure<string, Error>(new(target, "a folder", Wanted, "Choose another path."));
                }

                work(target);
                return Result.Success<string, Error>(target);
            }
        );

    private static FileStream OpenPartial(string target, FileOptions options) =>
        new(target + PartialEnding, FileMode.Create, FileAccess.Write, FileShare.None, 4_096, options);

    private static void Replace(string target, Action<Stream> write)
    {
        var partial = target + PartialEnding;
        var isOurs = false;
        try
        {
            using (var stream = OpenPartial(target, FileOptions.None))
            {
                isOurs = true;
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, target, overwrite: true);
            isOurs = false;
        }
        finally
        {
            if (isOurs)
            {
                File.Delete(partial);
            }
        }
    }
}
