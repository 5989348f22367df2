using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Files;

/// <summary>The edge to the file system: what it refuses becomes an error that names the path.</summary>
internal static class FileEdge
{
    // The codes of a full disk and of an exceeded quota: ENOSPC, EDQUOT (Linux, macOS), ERROR_DISK_FULL and
    // ERROR_HANDLE_DISK_FULL.
    private const int NoSpace = 28;
    private const int QuotaLinux = 122;
    private const int QuotaMac = 69;
    private const int DiskFullWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullWindows = unchecked((int)0x80070027);

    /// <summary>
    /// Runs <paramref name="action"/>; a refusal of the file system is an error about <paramref name="path"/>.
    /// </summary>
    public static Result<TValue, Error> Try<TValue>(string path, string wanted, Func<Result<TValue, Error>> action)
    {
        try
        {
            return action();
        }
        catch (IOException failure)
        {
            return Result.Failure<TValue, Error>(Describe(path, wanted, failure));
        }
        catch (UnauthorizedAccessException failure)
        {
            return Result.Failure<TValue, Error>(
                new(
                    Shown(path),
                    $"no permission ({Sentence(failure)})",
                    wanted,
                    "Choose another path, or change the permissions."
                )
            );
        }
        catch (ArgumentException failure)
        {
            return Result.Failure<TValue, Error>(NoPath(path, wanted, failure));
        }
        catch (NotSupportedException failure)
        {
            return Result.Failure<TValue, Error>(NoPath(path, wanted, failure));
        }
    }

    public static bool IsDiskFull(IOException failure) =>
        failure.HResult is NoSpace or DiskFullWindows or HandleDiskFullWindows
        || (failure.HResult == QuotaLinux && OperatingSystem.IsLinux())
        || (failure.HResult == QuotaMac && OperatingSystem.IsMacOS());

    /// <summary>The full path where there is one, else the text as it was given, in quotes.</summary>
    public static string Shown(string path) =>
        path.Length == 0 || path.Contains('\0') ? $"'{path.Replace('\0', '?')}'" : path;

    private static Error Describe(string path, string wanted, IOException failure) =>
        failure switch
        {
            FileNotFoundException => new(Shown(path), "no such file", wanted, "Check the path for a typing error."),
            DirectoryNotFoundException => new(
                Shown(path),
                "no such folder on the way",
                wanted,
                "Check the path, or create the folder first."
            ),
            PathTooLongException => new(
                Shown(path),
                "a path too long for this system",
                wanted,
                "Choose a shorter path."
            ),
            _ when IsDiskFull(failure) => new(
                Shown(path),
                "a full disk",
                wanted,
                "Free some space, or choose a folder on another disk."
            ),
            _ => new(Shown(path), Sentence(failure), wanted, "Choose another path, or repair what the system reports."),
        };

    private static Error NoPath(string path, string wanted, Exception failure) =>
        new(Shown(path), $"no valid path ({Sentence(failure)})", wanted, "Choose another path.");

    private static string Sentence(Exception failure) => failure.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
