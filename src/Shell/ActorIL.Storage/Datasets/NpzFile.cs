using System.IO.Compression;

namespace ActorIL.Storage.Datasets;

/// <summary>
/// Several arrays in one file, as NumPy's <c>load</c> reads them: a ZIP archive of .npy files, not compressed. The same
/// arrays give the same bytes.
/// </summary>
public static class NpzFile
{
    private const string Ending = ".npy";

    // The earliest time the format has: the file says nothing of when it was written.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes arrays one after the other; each is read when its turn comes.</summary>
    /// <param name="stream">Writable; left open.</param>
    /// <param name="arrays">Names are unique.</param>
    /// <exception cref="ArgumentException">An array gives other bytes than its shape says.</exception>
    public static void Write(Stream stream, IEnumerable<NpyArray> arrays)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var array in arrays)
        {
            var entry = archive.CreateEntry(array.Name + Ending, CompressionLevel.NoCompression);
            entry.LastWriteTime = NoTime;
            using var target = entry.Open();
            target.Write(Npy.Header(array.Type, array.Shape).AsSpan());
            var wanted = array.Shape.Aggregate((long)Npy.SizeOf(array.Type), (product, size) => product * size);
            var written = 0L;
            foreach (var items in array.Items)
            {
                target.Write(items.Span);
                written += items.Length;
            }

            if (written != wanted)
            {
                throw new ArgumentException($"{array.Name} has {written} bytes; its shape takes {wanted}.");
            }
        }
    }
}
