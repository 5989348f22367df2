namespace ActorIL.Cli.Tests.Externals;

/// <summary>Processes that outlive what started them.</summary>
internal static class Leftovers
{
    private const int WaitCountMax = 100;

    /// <summary>Fails if a process goes on whose command line names a folder; dying takes seconds.</summary>
    public static async Task NoneAsync(string folder)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Command lines of processes are read from /proc.");
        var left = Find(folder);
        for (var wait = 0; left.Length > 0 && wait < WaitCountMax; wait++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
            left = Find(folder);
        }

        Assert.Empty(left);
    }

    private static string[] Find(string folder) =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Where(static process => Path.GetFileName(process).All(char.IsAsciiDigit))
                .Select(CommandLine)
                .Where(line => line.Contains(folder, StringComparison.Ordinal)),
        ];

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
        catch (UnauthorizedAccessException)
        {
            return "";
        }
    }
}
