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

        // The program notes its commit, which is looked up where the history is.
        var history = RepositoryRoot.Combine(".git");
        if (File.Exists(history))
        {
            File.Copy(history, Path.Combine(folder, ".git"));
        }
        else if (Directory.Exists(history))
        {
            File.WriteAllText(Path.Combine(folder, ".git"), $"gitdir: {history}\n");
        }
    }

    /// <summary>Tracked and new files, relative to the root; all but outputs where there is no history.</summary>
    private static IEnumerable<string> Paths()
    {
        var start = new ProcessStartInfo(
            "git",
            ["-C", RepositoryRoot.Folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        _ = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct() : Walk();
    }

    private static IEnumerable<string> Walk() =>
        Directory
            .EnumerateFiles(RepositoryRoot.Folder, "*", SearchOption.AllDirectories)
            .Select(RepositoryRoot.Relative)
            .Where(path => !path.Split('/').Any(part => part is ".git" or "bin" or "obj" or "runs"));
}
