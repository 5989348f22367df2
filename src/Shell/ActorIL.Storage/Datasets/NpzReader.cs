using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.InteropServices;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;
using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Datasets;

/// <summary>
/// Reads .npz files of this program and of NumPy, stored or deflated. Nothing in a file is executed; every length is
/// checked against the file's own before memory is taken, every checksum against the bytes.
/// </summary>
public static class NpzReader
{
    /// <summary>Arrays a file may have.</summary>
    public const int ArrayCountMax = 64;

    /// <summary>Bytes the items of one array may have.</summary>
    public const long ItemsLengthMax = 1L << 30;

    // No deflated stream is shorter than a 1032nd of what it unpacks to.
    private const long DeflateFactorMax = 1032;
    private const string Ending = ".npy";
    private const string Wanted = "an .npz file, as numpy.savez writes it";
    private const string Damaged = "The file is damaged; copy or make it again.";

    /// <summary>The arrays of a file, in the order they have there.</summary>
    public static Result<ImmutableArray<LoadedArray>, Error> Read(string path) =>
        FileEdge.Try(
            path,
            Wanted,
            () =>
            {
                if (Directory.Exists(path))
                {
                    return Failure<ImmutableArray<LoadedArray>>(path, "a folder", "Name the file inside it.");
                }

                using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
                return stream.CanSeek
                    ? Read(stream, path)
                    : Failure<ImmutableArray<LoadedArray>>(path, "a device or pipe", "Give a file.");
            }
        );

    /// <summary>The same of a stream that can be sought in.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="where">The file, as errors show it.</param>
    public static Result<ImmutableArray<LoadedArray>, Error> Read(Stream stream, string where)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Count <= ArrayCountMax
                ? Arrays(archive, stream.Length, where)
                : Failure<ImmutableArray<LoadedArray>>(
                    where,
                    $"{archive.Entries.Count} arrays",
                    $"Save at most {ArrayCountMax} arrays in a file."
                );
        }
        catch (InvalidDataException failure)
        {
            return Broken(where, failure);
        }
        catch (EndOfStreamException failure)
        {
            return Broken(where, failure);
        }
        catch (ArgumentException failure)
        {
            return Broken(where, failure);
        }
        catch (NotSupportedException failure)
        {
            return Broken(where, failure);
        }
    }

    private static Result<ImmutableArray<LoadedArray>, Error> Arrays(ZipArchive archive, long fileLength, string where)
    {
        var arrays = ImmutableArray.CreateBuilder<LoadedArray>(archive.Entries.Count);
        foreach (var entry in archive.Entries)
        {
            var error = Array(entry, fileLength, where)
                .Match<Error?>(
                    array =>
                    {
                        arrays.Add(array);
                        return null;
                    },
                    problem => problem
                );
            if (error is not null)
            {
                return Result.Failure<ImmutableArray<LoadedArray>, Error>(error);
            }

            if (arrays.Take(arrays.Count - 1).Any(other => other.Name == arrays[^1].Name))
            {
                return Failure<ImmutableArray<LoadedArray>>(where, $"two arrays '{arrays[^1].Name}'", Damaged);
            }
        }

        return Result.Success<ImmutableArray<LoadedArray>, Error>(arrays.ToImmutable());
    }

    private static Result<LoadedArray, Error> Array(ZipArchiveEntry entry, long fileLength, string where)
    {
        var name = entry.FullName;
        var place = $"{where}, {name}";
        if (!name.EndsWith(Ending, StringComparison.Ordinal) || name.Length == Ending.Length)
        {
            return Failure<LoadedArray>(place, "no .npy array", "Save arrays alone in an .npz file.");
        }

        var most = Math.Min(
            ItemsLengthMax + NpyHeader.LengthMax,
            Math.Min(entry.CompressedLength, fileLength) * DeflateFactorMax
        );
        if (entry.Length < 0 || entry.Length > most || entry.CompressedLength > fileLength)
        {
            return Failure<LoadedArray>(place, $"{entry.Length} bytes in a file of {fileLength}", Damaged);
        }

        using var stream = entry.Open();
        Span<byte> start = stackalloc byte[NpyHeader.StartLength];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        var measured = NpyHeader.Measure(start, place);
        var length = measured.Match(found => found, _ => 0);
        if (length == 0 || length > entry.Length)
        {
            return length == 0
                ? measured.Match(
                    _ => Failure<LoadedArray>(place, "no head", Damaged),
                    Result.Failure<LoadedArray, Error>
                )
                : Failure<LoadedArray>(place, "a head longer than the array", Damaged);
        }

        var head = new byte[Math.Max(length, start.Length)];
        start.CopyTo(head);
        stream.ReadExactly(head.AsSpan(start.Length));
        return NpyHeader
            .Read(head.AsSpan(0, length), place)
            .Then(header =>
                header.ItemsLength == entry.Length - header.Length
                    ? Items(entry, stream, head, header, place)
                    : Failure<LoadedArray>(
                        place,
                        $"{entry.Length - header.Length} bytes of items",
                        $"The shape takes {header.ItemsLength}: the file is damaged."
                    )
            );
    }

    private static Result<LoadedArray, Error> Items(
        ZipArchiveEntry entry,
        Stream stream,
        byte[] head,
        NpyHeader header,
        string place
    )
    {
        // What was read beyond a short head belongs to the items already.
        var items = new byte[header.ItemsLength];
        var early = head.AsSpan(header.Length);
        early.CopyTo(items);
        stream.ReadExactly(items.AsSpan(early.Length));
        var checksum = Crc32.Append(Crc32.Of(head.AsSpan(0, header.Length)), items);
        return checksum != entry.Crc32
                ? Failure<LoadedArray>(place, $"checksum {checksum:x8} where {entry.Crc32:x8} belongs", Damaged)
            : header.Type == NpyType.Boolean && items.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)1)
                ? Failure<LoadedArray>(place, "truth values other than 0 and 1", Damaged)
            : Result.Success<LoadedArray, Error>(
                new(
                    entry.FullName[..^Ending.Length],
                    header.Type,
                    header.Shape,
                    ImmutableCollectionsMarshal.AsImmutableArray(items)
                )
            );
    }

    private static Result<ImmutableArray<LoadedArray>, Error> Broken(string where, Exception failure) =>
        Failure<ImmutableArray<LoadedArray>>(
            where,
            $"an archive that cannot be read ({failure.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')})",
            Damaged
        );

    private static Result<T, Error> Failure<T>(string where, string found, string remedy) =>
        Result.Failure<T, Error>(new(where, found, Wanted, remedy));
}
