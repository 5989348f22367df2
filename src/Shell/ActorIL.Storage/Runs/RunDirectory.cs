using System.Globalization;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;
using ActorIL.Storage.Traces;

namespace ActorIL.Storage.Runs;

/// <summary>
/// A folder owned by one run: new or empty when it was created, and locked until disposed. What a dead process left
/// behind is judged by its content alone.
/// </summary>
public sealed class RunDirectory : IDisposable
{
    /// <summary>
    /// How many folders taken meanwhile <see cref="NextUnder(string, string, string?)"/> passes over before it gives
    /// up.
    /// </summary>
    public const int AttemptCountMax = 1000;

    private const string Wanted = "a new or empty folder that can be written";
    private const string WantedEarlier = "the directory of an earlier run";
    private const int NumberMax = 999_999_999;
    private readonly RunLock _lock;

    private RunDirectory(RunPaths paths, RunLock taken) => (Paths, _lock) = (paths, taken);

    public RunPaths Paths { get; }

    /// <summary>
    /// A new run directory, its parents created as needed. An existing folder must be empty and nobody's.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="configuration">
    /// The text of config.conf; a new folder is made aside with it and appears as a whole. Null for none.
    /// </param>
    public static Result<RunDirectory, Error> Create(string path, string? configuration = null) =>
        FileEdge.Try(path, Wanted, () => Result.Success<RunClaim, Error>(ClaimNew(path, configuration))).Then(OrReason);

    /// <summary>The directory of an earlier run, for going on in it.</summary>
    public static Result<RunDirectory, Error> Open(string path) =>
        FileEdge.Try(path, WantedEarlier, () => Result.Success<RunClaim, Error>(ClaimEarlier(path))).Then(OrReason);

    /// <summary>
    /// The new directory <c>root/name-n</c>, where n is one more than the largest there is, and 1 where there is
    /// none. Two processes that ask at once get two directories.
    /// </summary>
    /// <param name="root">The folder of all runs.</param>
    /// <param name="name">What the new one is called, before its number.</param>
    /// <param name="configuration">As for <see cref="Create(string, string?)"/>.</param>
    public static Result<RunDirectory, Error> NextUnder(string root, string name, string? configuration = null) =>
        FileName
            .Check("name of the run", name)
            .Then(valid =>
                FileEdge.Try(
                    root,
                    Wanted,
                    () =>
                    {
                        if (File.Exists(root))
                        {
                            return Result.Failure<RunDirectory, Error>(
                                new(Path.GetFullPath(root), "a file", "a folder for runs", "Choose another folder.")
                            );
                        }

                        Directory.CreateDirectory(root);
                        return NextUnder(root, valid, LargestNumber(root, valid) + 1, configuration);
                    }
                )
            );

    /// <summary>
    /// Deletes trace, metrics, demonstrations and checkpoint, for a run that begins again; returns the paths.
    /// </summary>
    /// <param name="keepsDemonstrations">Whether they may be older than the course, as those of a fork.</param>
    public Result<RunPaths, Error> ClearCourse(bool keepsDemonstrations) =>
        FileEdge.Try(
            Paths.Folder,
            Wanted,
            () =>
            {
                File.Delete(Paths.Metrics);
                File.Delete(Paths.Trace);
                File.Delete(Paths.Trace + OpenTrace.ResumedEnding);
                File.Delete(Paths.Trace + OpenTrace.ResumedEnding + AtomicFile.PartialEnding);
                File.Delete(Paths.State);
                if (!keepsDemonstrations && Directory.Exists(Paths.Demonstrations))
                {
                    Directory.Delete(Paths.Demonstrations, recursive: true);
                }

                return Result.Success<RunPaths, Error>(Paths);
            }
        );

    /// <summary>Gives the directory up; what is in it stays.</summary>
    public void Dispose() => _lock.Dispose();

    private static Result<RunDirectory, Error> NextUnder(string root, string name, int first, string? configuration)
    {
        for (var number = first; number < first + AttemptCountMax; number++)
        {
            var path = Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"));
            var claim = ClaimNew(path, configuration);
            if (claim.Match<RunDirectory?>(owned => new(owned.Paths, owned.Lock), _ => null) is { } directory)
            {
                return Result.Success<RunDirectory, Error>(directory);
            }
        }

        return Result.Failure<RunDirectory, Error>(
            new(Path.GetFullPath(root), $"{AttemptCountMax} folders taken meanwhile", Wanted, "Try again.")
        );
    }

    private static int LargestNumber(string root, string name)
    {
        var largest = 0;
        foreach (var entry in Directory.EnumerateFileSystemEntries(root, name + "-*"))
        {
            var digits = Path.GetFileName(entry).AsSpan(name.Length + 1);
            var isNumber = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            largest = isNumber && number <= NumberMax ? Math.Max(largest, number) : largest;
        }

        return largest;
    }

    private static Result<RunDirectory, Error> OrReason(RunClaim claim) =>
        claim.Match(
            owned => Result.Success<RunDirectory, Error>(new(owned.Paths, owned.Lock)),
            taken => Result.Failure<RunDirectory, Error>(taken.Reason)
        );

    private static RunClaim ClaimNew(string path, string? configuration)
    {
        var paths = new RunPaths(Path.GetFullPath(path));
        if (File.Exists(paths.Folder))
        {
            return Taken(paths, "a file", Wanted, "Choose another folder.");
        }

        if (configuration is not null && !Directory.Exists(paths.Folder) && Appear(paths, configuration))
        {
            return Lock(paths, Wanted, () => null);
        }

        // Looked at before the lock as well: nothing is ever written into a folder of someone else's files.
        Directory.CreateDirectory(paths.Folder);
        if (!File.Exists(paths.Lock) && !IsEmpty(paths))
        {
            return NotEmpty(paths);
        }

        return Lock(paths, Wanted, () => IsEmpty(paths) ? Begin(paths, configuration) : NotEmpty(paths));
    }

    /// <summary>Makes the folder aside and renames it; false where another one has appeared meanwhile.</summary>
    private static bool Appear(RunPaths paths, string configuration)
    {
        var parent = Path.GetDirectoryName(paths.Folder)!;
        var name = $".{Path.GetFileName(paths.Folder)}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
        var aside = new RunPaths(Path.Combine(parent, name + AtomicFile.PartialEnding));
        try
        {
            Directory.CreateDirectory(aside.Checkpoints);
            File.WriteAllText(aside.Config, configuration);
            Directory.Move(aside.Folder, paths.Folder);
            return true;
        }
        catch (IOException) when (Directory.Exists(paths.Folder))
        {
            return false;
        }
        finally
        {
            if (Directory.Exists(aside.Folder))
            {
                Directory.Delete(aside.Folder, recursive: true);
            }
        }
    }

    /// <summary>The first file of a folder that was there before.</summary>
    private static RunClaim? Begin(RunPaths paths, string? configuration) =>
        configuration is null
            ? null
            : AtomicFile
                .WriteText(paths.Config, configuration)
                .Match<RunClaim?>(_ => null, error => new RunClaim.Taken(error));

    private static RunClaim ClaimEarlier(string path)
    {
        var paths = new RunPaths(Path.GetFullPath(path));
        return File.Exists(paths.Config)
            ? Lock(paths, WantedEarlier, () => null)
            : Taken(paths, WhyNone(paths), WantedEarlier, "Name the folder that a run printed.");
    }

    private static string WhyNone(RunPaths paths) =>
        Directory.Exists(paths.Folder) ? "no config.conf in it"
        : File.Exists(paths.Folder) ? "a file"
        : "no such folder";

    private static RunClaim Lock(RunPaths paths, string wanted, Func<RunClaim?> refuse)
    {
        var taken = RunLock.Take(paths);
        try
        {
            if (taken is null)
            {
                var found = $"a folder in use by {RunLock.OwnerOf(paths)}";
                return Taken(paths, found, wanted, "Wait for that run to end, or choose another folder.");
            }

            if (refuse() is { } refusal)
            {
                return refusal;
            }

            taken.Sign();
            Directory.CreateDirectory(paths.Checkpoints);
            var owned = new RunClaim.Owned(paths, taken);
            taken = null;
            return owned;
        }
        finally
        {
            taken?.Dispose();
        }
    }

    private static bool IsEmpty(RunPaths paths) =>
        Directory.EnumerateFileSystemEntries(paths.Folder).All(entry => entry == paths.Lock || entry == paths.Owner);

    private static RunClaim.Taken NotEmpty(RunPaths paths) =>
        Taken(paths, "a folder that is not empty", Wanted, "Choose another folder, or empty this one.");

    private static RunClaim.Taken Taken(RunPaths paths, string found, string wanted, string remedy) =>
        new(new(paths.Folder, found, wanted, remedy));
}
