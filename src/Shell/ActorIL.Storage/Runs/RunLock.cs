using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;

namespace ActorIL.Storage.Runs;

/// <summary>
/// The lock on a run directory: an open file handle that excludes all others. The system takes it back when the process
/// ends, however it ends, so a lock file without a living owner is no obstacle.
/// </summary>
internal sealed class RunLock : IDisposable
{
    // "In use" as the systems say it: EAGAIN on Linux and macOS, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION.
    private const int BusyLinux = 11;
    private const int BusyMac = 35;
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);

    private const string Unknown = "another process";

    private readonly RunPaths _paths;
    private readonly FileStream _handle;

    private RunLock(RunPaths paths)
    {
        _paths = paths;
        _handle = new FileStream(paths.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>The lock, or null where another process, or another part of this one, has it.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static RunLock? Take(RunPaths paths)
    {
        try
        {
            return new(paths);
        }
        catch (IOException failure) when (failure.HResult is BusyLinux or BusyMac or SharingViolation or LockViolation)
        {
            return null;
        }
    }

    /// <summary>Leaves a note of who owns the folder.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Sign() =>
        File.WriteAllText(_paths.Owner, $"process {Environment.ProcessId} on {Environment.MachineName}");

    /// <summary>Who left the note, as far as it can be read.</summary>
    public static string OwnerOf(RunPaths paths) =>
        TextFile.Read(paths.Owner).Match(owner => owner.Length > 0 ? owner : Unknown, _ => Unknown);

    /// <summary>Gives the lock up. The lock file stays, for another process may already have it open.</summary>
    public void Dispose()
    {
        // A folder that was deleted meanwhile has no note to remove.
        _ = FileEdge.Try(
            _paths.Owner,
            "a note of the owner",
            () =>
            {
                File.Delete(_paths.Owner);
                return Result.Success<string, Error>(_paths.Owner);
            }
        );
        _handle.Dispose();
    }
}
