using System.Collections.Immutable;
using System.Diagnostics;

namespace Tidy.Tests.Sources;

/// <summary>The files of the repository, as git lists them: what is ignored is no source.</summary>
public static class SourceTree
{
    private static readonly Lazy<ImmutableArray<string>> LazyPaths = new(() =>
        ListFiles("--cached", "--others", "--exclude-standard")
    );

    private static readonly Lazy<ImmutableArray<SourceFile>> LazyFiles = new(() =>
        [
            .. Paths
                .Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
                .Select(path => SourceFile.Parse(path, Read(path))),
        ]
    );

    /// <summary>Every tracked or new file, relative to the root.</summary>
    public static ImmutableArray<string> Paths => LazyPaths.Value;

    /// <summary>Every tracked file: a note somebody keeps beside the clone is not ours to judge.</summary>
    public static ImmutableArray<string> TrackedPaths => ListFiles("--cached");

    /// <summary>Every C# file, parsed.</summary>
    public static ImmutableArray<SourceFile> Files => LazyFiles.Value;

    /// <summary>The C# files under <c>src/</c>.</summary>
    public static IEnumerable<SourceFile> ProductFiles => Files.Where(file => !file.IsTest);

    public static string Read(string path) => File.ReadAllText(RepositoryRoot.Combine(path));

    private static ImmutableArray<string> ListFiles(params string[] options)
    {
        var start = new ProcessStartInfo("git", ["-C", RepositoryRoot.Folder, "ls-files", "-z", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        _ = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();

        // A clone owned by somebody else, or an archive without history, is listed from the folders themselves.
        var paths = git.ExitCode == 0 ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries) : WalkFolders();
        return
        [
            .. paths
                .Where(path => File.Exists(RepositoryRoot.Combine(path)))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> WalkFolders() =>
        Directory
            .EnumerateFiles(RepositoryRoot.Folder, "*", SearchOption.AllDirectories)
            .Select(RepositoryRoot.Relative)
            .Where(path => !path.Split('/').Any(part => part is ".git" or "bin" or "obj" or "runs" or "TestResults"))
            .Where(path => !path.EndsWith(".received.txt", StringComparison.Ordinal));
}
