using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Resuming;

/// <summary>
/// The same run killed once, with a checkpoint that comes after a chunk of its trace; tests work on copies.
/// </summary>
public sealed class BrokenRun : IDisposable
{
    private const int AttemptCountMax = 10;
    private readonly TemporaryFolder _folder = new();

    public BrokenRun()
    {
        Folder = _folder.Combine("run");
        var chunkAt = DateTime.MaxValue;
        Break(
            Folder,
            () =>
            {
                chunkAt = HasChunk(Folder) && chunkAt == DateTime.MaxValue ? DateTime.UtcNow : chunkAt;
                return File.GetLastWriteTimeUtc(Path.Combine(Folder, "state.safetensors")) > chunkAt;
            },
            "run",
            Whole.Configuration,
            "--out",
            Folder
        );
    }

    public WholeRun Whole { get; } = new();

    /// <summary>The run directory, to be left as it is.</summary>
    public string Folder { get; }

    /// <summary>
    /// Runs the program until something has happened, and kills it there; what came to its end first is tried again.
    /// </summary>
    /// <param name="folder">The run directory.</param>
    /// <param name="isThere">What is waited for.</param>
    /// <param name="arguments">The command line.</param>
    public static void Break(string folder, Func<bool> isThere, params string[] arguments)
    {
        for (var attempt = 0; attempt < AttemptCountMax; attempt++)
        {
            if (TryBreak(folder, isThere, arguments))
            {
                return;
            }

            Directory.Delete(folder, recursive: true);
        }

        throw new InvalidOperationException("No run could be killed in time.");
    }

    /// <summary>The same once; false where the program came to its end first.</summary>
    public static bool TryBreak(string folder, Func<bool> isThere, params string[] arguments)
    {
        using var child = ProgramProcess.Start(Path.GetDirectoryName(folder)!, arguments);
        while (!isThere() && !child.HasEnded)
        {
            Thread.Sleep(1);
        }

        child.Kill();
        _ = child.EndAsync().GetAwaiter().GetResult();
        return !File.Exists(Path.Combine(folder, "summary.json"));
    }

    /// <summary>Whether the trace holds more than its head: a first chunk was written.</summary>
    public static bool HasChunk(string folder)
    {
        var trace = new FileInfo(Path.Combine(folder, "trace.mcap"));
        return trace.Exists && trace.Length > 4 * 65_536;
    }

    /// <summary>A copy of the run directory; its path.</summary>
    public string CopyTo(TemporaryFolder target)
    {
        var copy = target.Combine("run");
        Directory.CreateDirectory(Path.Combine(copy, "checkpoints"));
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.Combine(copy, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(file, path);
        }

        return copy;
    }

    public void Dispose()
    {
        Whole.Dispose();
        _folder.Dispose();
    }
}
