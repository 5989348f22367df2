using System.Diagnostics;

namespace ActorIL.Packages.Tests.Newcomer;

/// <summary>The sources in another folder, without what was built from them.</summary>
public static class SourceCopy
{
    public static void Write(string folder)
    {
        foreach (var path in Paths().Where(path => File.Exists(RepositoryRoot.Combine(path))))
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(RepositoryRoot.Combine(path), target);
        }

        // The program notes its commit, so there is a history that knows this one alone.
        if (Git("rev-parse", "HEAD") is { } commit)
        {
            var history = Directory.CreateDirectory(Path.Combine(folder, ".git")).FullName;
            Directory.CreateDirectory(Path.Combine(history, "objects"));
            Directory.CreateDirectory(Path.Combine(history, "refs"));
            File.WriteAllText(Path.Combine(history, "HEAD"), commit);
        }
    }

    /// <summary>Tracked and new files, relative to the root; all but outputs where there is no history.</summary>
    private static IEnumerable<string> Paths() =>
        Git("ls-files", "-z", "--cached", "--others", "--exclude-standard")
            ?.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Distinct()
        ?? Walk();

    /// <summary>What git says; null where there is no history.</summary>
    private static string? Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", RepositoryRoot.Folder, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        _ = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? output : null;
    }

    private static IEnumerable<string> Walk() =>
        Directory
            .EnumerateFiles(RepositoryRoot.Folder, "*", SearchOption.AllDirectories)
            .Select(RepositoryRoot.Relative)
            .Where(path => !path.Split('/').Any(part => part is ".git" or "bin" or "obj" or "runs"));
}
