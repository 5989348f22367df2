using System.Buffers.Binary;
using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;

namespace ActorIL.Storage.Tensors;

/// <summary>
/// The open format safetensors: the header's length in 8 bytes little-endian, a JSON header padded with spaces to a
/// multiple of 8, then the tensors' bytes without gaps. What is written is a function of the content alone.
/// </summary>
/// <remarks>
/// Source: the public format description of the safetensors project. Like its own writer, the widest elements come
/// first, so that every tensor is aligned; among equals, and in the header, by name.
/// </remarks>
public static class Safetensors
{
    /// <summary>No header is longer, in bytes: the format's own limit.</summary>
    public const int HeaderLengthMax = 100_000_000;

    private const string Wanted = "a safetensors file";

    /// <summary>Writes a whole file, or none; returns its full path.</summary>
    public static Result<string, Error> Write(string path, CheckpointContent content) =>
        AtomicFile.Write(path, stream => SafetensorsWriter.Write(stream, content));

    /// <summary>The content of a file. Lengths are checked before anything is allocated.</summary>
    public static Result<CheckpointContent, Error> Read(string path) =>
        FileEdge.Try(
            path,
            Wanted,
            () =>
            {
                if (Directory.Exists(path))
                {
                    return Failure(path, new(0, "a folder"));
                }

                using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
                return Read(stream, path);
            }
        );

    /// <summary>The content of a seekable stream from its start.</summary>
    /// <param name="stream">What to read.</param>
    /// <param name="where">What errors call it.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Result<CheckpointContent, Error> Read(Stream stream, string where)
    {
        Span<byte> prefix = stackalloc byte[SafetensorsWriter.PrefixLength];
        var prefixLength = stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        var headerLength = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        var fault = PrefixFault(prefixLength, headerLength, stream.Length);
        return fault is { } found ? Failure(where, found) : ReadHeader(stream, where, (int)headerLength);
    }

    private static SafetensorsFault? PrefixFault(int prefixLength, ulong headerLength, long fileLength)
    {
        if (prefixLength < SafetensorsWriter.PrefixLength)
        {
            return new(prefixLength, "the end of the file within the header's length");
        }

        if (headerLength > HeaderLengthMax)
        {
            return new(0, $"a header of {headerLength} bytes, more than {HeaderLengthMax}");
        }

        return headerLength > (ulong)(fileLength - prefixLength)
            ? new(0, $"a header of {headerLength} bytes in a file of {fileLength}")
            : null;
    }

    private static Result<CheckpointContent, Error> ReadHeader(Stream stream, string where, int headerLength)
    {
        var json = new byte[headerLength];
        stream.ReadExactly(json);
        var header = SafetensorsHeader.Read(json, SafetensorsWriter.PrefixLength);
        header.Entries.Sort((a, b) => (a.Begin, a.End).CompareTo((b.Begin, b.End)));
        var dataStart = SafetensorsWriter.PrefixLength + headerLength;
        var fault = header.Fault ?? LayoutFault(header.Entries, dataStart, stream.Length);
        if (fault is { } found)
        {
            return Failure(where, found);
        }

        var tensors = new List<Tensor>(header.Entries.Count);
        foreach (var entry in header.Entries)
        {
            var bytes = new byte[entry.End - entry.Begin];
            stream.ReadExactly(bytes);
            tensors.Add(TensorBytes.Read(entry.Name, entry.Type, entry.Shape, bytes));
        }

        var metadata = header.Metadata.ToImmutableSortedDictionary(StringComparer.Ordinal);
        return Result.Success<CheckpointContent, Error>(new([.. tensors], metadata));
    }

    /// <summary>
    /// The tensors must follow each other without overlap or gap, have the size of their shape, and end with the
    /// file.
    /// </summary>
    private static SafetensorsFault? LayoutFault(List<SafetensorsEntry> entries, int dataStart, long fileLength)
    {
        var end = 0L;
        foreach (var entry in entries)
        {
            if (entry.Begin != end)
            {
                var found = entry.Begin < end ? "an overlap with" : "a gap before";
                return new(dataStart + Math.Min(entry.Begin, end), $"{found} tensor '{entry.Name}'");
            }

            var size = Tensor.CountOf(entry.Shape) * TensorTypes.Size(entry.Type);
            var length = (Int128)entry.End - entry.Begin;
            if (length != size || size > Array.MaxLength)
            {
                return new(entry.Offset, $"{length} bytes for tensor '{entry.Name}', whose shape wants {size}");
            }

            end = entry.End;
        }

        var dataLength = fileLength - dataStart;
        return end == dataLength
            ? null
            : new(
                dataStart + Math.Min(end, dataLength),
                $"{dataLength} bytes of data where the header describes {end}"
            );
    }

    private static Result<CheckpointContent, Error> Failure(string where, SafetensorsFault fault) =>
        Result.Failure<CheckpointContent, Error>(
            new(
                $"{FileEdge.Shown(where)}, byte {fault.Offset}",
                fault.Found,
                Wanted,
                "The file is damaged or of another format."
            )
        );
}
