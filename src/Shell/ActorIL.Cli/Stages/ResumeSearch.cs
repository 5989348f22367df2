using ActorIL.Cli.Runs;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;
using ActorIL.Storage.Runs;

namespace ActorIL.Cli.Stages;

/// <summary>The run that `--resume` goes on with.</summary>
internal static class ResumeSearch
{
    private const string RunsFolder = "runs";

    /// <summary>
    /// The folder itself where it is a run directory; else the run in it that was broken off last.
    /// </summary>
    /// <param name="path">A run directory or a folder of some; empty for the one that new runs go to.</param>
    public static Result<string, Error> Find(string path)
    {
        var folder = path.Length > 0 ? path : RunsFolder;
        if (!Directory.Exists(folder))
        {
            return Failure(folder, Path.Exists(folder) ? "a file" : "no such folder");
        }

        if (IsRun(folder))
        {
            return Result.Success<string, Error>(folder);
        }

        var newest = Directory.GetDirectories(folder).Where(IsBrokenOff).OrderBy(LastWrite).LastOrDefault();
        return newest is null
            ? Failure(folder, "no run in it that was broken off")
            : Result.Success<string, Error>(newest);
    }

    private static bool IsRun(string folder) => File.Exists(new RunPaths(folder).Config);

    private static bool IsBrokenOff(string folder) =>
        IsRun(folder) && !TextFile.Read(new RunPaths(folder).Summary).Match(SummaryJson.IsCompleted, _ => false);

    private static DateTime LastWrite(string folder) =>
        Directory.GetFiles(folder).Select(File.GetLastWriteTimeUtc).DefaultIfEmpty(DateTime.MinValue).Max();

    private static Result<string, Error> Failure(string where, string found) =>
        Result.Failure<string, Error>(
            new(where, found, "a run directory, or a folder with a run that was broken off", "Name it: --resume PATH.")
        );
}
