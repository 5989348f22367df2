using System.Text;
using System.Text.Unicode;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Files;

/// <summary>Reads texts that people wrote: configuration files.</summary>
public static class TextFile
{
    /// <summary>No text of a person is longer, in bytes.</summary>
    public const int LengthMax = 16 * 1024 * 1024;

    private const string Wanted = "a text file in UTF-8";

    /// <summary>
    /// The text of a file, a byte-order mark dropped. Folders, binary files and ones too long are errors.
    /// </summary>
    public static Result<string, Error> Read(string path) =>
        FileEdge.Try(
            path,
            Wanted,
            () =>
            {
                if (Directory.Exists(path))
                {
                    return Failure(path, "a folder", "Name the file inside it.");
                }

                using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                if (stream.CanSeek && stream.Length > LengthMax)
                {
                    return Failure(path, $"{stream.Length} bytes", $"Give a file of at most {LengthMax} bytes.");
                }

                using var copy = new MemoryStream();
                CopyAtMost(stream, copy, LengthMax);
                return Decode(path, copy.ToArray());
            }
        );

    private static Result<string, Error> Decode(string path, ReadOnlySpan<byte> bytes)
    {
        var nulIndex = bytes.IndexOf((byte)0);
        if (nulIndex >= 0)
        {
            return Failure(path, $"a binary file (a zero at byte {nulIndex})", "Give a text file.");
        }

        if (!Utf8.IsValid(bytes))
        {
            return Failure(path, $"bytes that are not UTF-8 (at byte {ValidCount(bytes)})", "Save the file as UTF-8.");
        }

        return Result.Success<string, Error>(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'));
    }

    private static int ValidCount(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        while (Rune.DecodeFromUtf8(bytes[count..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            count += consumed;
        }

        return count;
    }

    private static void CopyAtMost(FileStream source, MemoryStream target, int lengthMax)
    {
        // Devices and pipes report no length, so what is read is bounded as well.
        var buffer = new byte[64 * 1024];
        for (var count = source.Read(buffer); count > 0; count = source.Read(buffer))
        {
            target.Write(buffer, 0, count);
            if (target.Length > lengthMax)
            {
                throw new IOException($"More than {lengthMax} bytes.");
            }
        }
    }

    private static Result<string, Error> Failure(string path, string found, string remedy) =>
        Result.Failure<string, Error>(new(FileEdge.Shown(path), found, Wanted, remedy));
}
