using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;

namespace ActorIL.External.Processes;

/// <summary>
/// Processes that left the tree of their program, as daemons do, but still hold an end of its pipes. Linux shows them;
/// elsewhere nothing is found.
/// </summary>
internal static class PipeHolders
{
    private const string ProcessesFolder = "/proc";

    // A process that is just being started holds everybody's pipes for a moment.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>What Linux calls these pipes; none elsewhere.</summary>
    public static ImmutableArray<string> Names(params ReadOnlySpan<Stream> streams)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var stream in streams)
        {
            if (OperatingSystem.IsLinux() && stream is PipeStream { SafePipeHandle: { IsInvalid: false } handle })
            {
                var number = handle.DangerousGetHandle().ToString(CultureInfo.InvariantCulture);
                if (Target(Path.Combine(ProcessesFolder, "self", "fd", number)) is { } name)
                {
                    names.Add(name);
                }
            }
        }

        return names.ToImmutable();
    }

    /// <summary>Kills whoever holds one of these pipes now and a little later, this process excepted.</summary>
    public static void Kill(ImmutableArray<string> pipes)
    {
        if (pipes.IsEmpty || Find(pipes) is not { IsEmpty: false } first)
        {
            return;
        }

        Thread.Sleep(BetweenLooks);
        foreach (var id in Find(pipes).Intersect(first))
        {
            Kill(id);
        }
    }

    private static ImmutableArray<int> Find(ImmutableArray<string> pipes) =>
        [
            .. Entries(ProcessesFolder)
                .Select(static path =>
                    int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var id) ? id : 0
                )
                .Where(static id => id > 0 && id != Environment.ProcessId)
                .Where(id =>
                    Entries(FormattableString.Invariant($"{ProcessesFolder}/{id}/fd"))
                        .Any(path => Target(path) is { } name && pipes.Contains(name))
                ),
        ];

    private static string[] Entries(string folder)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder);
        }
        catch (IOException)
        {
            // It ended, or belongs to somebody else.
            return [];
        }
        catch (UnauthorizedAccessException)
        {
            // It ended, or belongs to somebody else.
            return [];
        }
    }

    private static string? Target(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It ended by itself, or is not ours to kill.
        }
        catch (InvalidOperationException)
        {
            // It ended by itself, or is not ours to kill.
        }
        catch (Win32Exception)
        {
            // It ended by itself, or is not ours to kill.
        }
    }
}
