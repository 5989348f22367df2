using System.ComponentModel;
using System.Diagnostics;

namespace ActorIL.Testing;

/// <summary>Programs of the system that some tests need.</summary>
public static class Tool
{
    /// <summary>Starts a program; null where there is none of that name.</summary>
    public static Process? Start(string name, params string[] arguments)
    {
        var how = new ProcessStartInfo(name, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        try
        {
            return Process.Start(how);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>What a program prints; null where there is none of that name, or it failed.</summary>
    public static string? Output(string name, params string[] arguments)
    {
        using var process = Start(name, arguments);
        if (process is null)
        {
            return null;
        }

        var error = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _ = error.GetAwaiter().GetResult();
        return process.ExitCode == 0 ? text : null;
    }

    /// <summary>Whether a program ran and ended well.</summary>
    public static bool Succeeds(string name, params string[] arguments)
    {
        using var process = Start(name, arguments);
        process?.WaitForExit();
        return process is { ExitCode: 0 };
    }
}
