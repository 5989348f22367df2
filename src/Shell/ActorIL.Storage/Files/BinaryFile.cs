using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Files;

/// <summary>Files that are read whole.</summary>
public static class BinaryFile
{
    /// <summary>Bytes a file may have.</summary>
    public const long LengthMax = 1L << 30;

    /// <summary>All bytes of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="wanted">What errors say it should be.</param>
    public static Result<ImmutableArray<byte>, Error> Read(string path, string wanted) =>
        FileEdge.Try(
            path,
            wanted,
            () =>
            {
                if (Directory.Exists(path))
                {
                    return Failure(path, "a folder", wanted, "Name the file inside it.");
                }

                using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
                if (!stream.CanSeek || stream.Length > LengthMax)
                {
                    return Failure(
                        path,
                        stream.CanSeek ? $"{stream.Length} bytes" : "a device or pipe",
                        $"{wanted}, a file of at most {LengthMax} bytes",
                        "Give another file."
                    );
                }

                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return Result.Success<ImmutableArray<byte>, Error>(ImmutableCollectionsMarshal.AsImmutableArray(bytes));
            }
        );

    private static Result<ImmutableArray<byte>, Error> Failure(
        string path,
        string found,
        string wanted,
        string remedy
    ) => Result.Failure<ImmutableArray<byte>, Error>(new(FileEdge.Shown(path), found, wanted, remedy));
}
