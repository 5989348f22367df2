using System.ComponentModel;
using System.Diagnostics;

namespace ActorIL.Reports.Tests;

/// <summary>Programs of the system that some tests need.</summary>
internal static class Tool
{
    /// <summary>What a program prints; null where there is none of that name, or it failed.</summary>
    public static string? Output(string name, params string[] arguments)
    {
        var how = new ProcessStartInfo(name, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(how)!;
            var error = process.StandardError.ReadToEndAsync();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            _ = error.GetAwaiter().GetResult();
            return process.ExitCode == 0 ? text : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
