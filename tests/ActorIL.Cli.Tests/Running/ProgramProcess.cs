using System.Diagnostics;
using System.Globalization;

namespace ActorIL.Cli.Tests.Running;

/// <summary>The real program in a process of its own.</summary>
internal sealed class ProgramProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;

    private ProgramProcess(string file, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException($"Cannot start {file}.");
        _output = _process.StandardOutput.ReadToEndAsync();
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>
    /// Skips a test that sends signals where none can be sent, or where Ctrl-C would not be heard: a shell starts what
    /// runs in its background with interrupts ignored, and whoever it starts inherits that.
    /// </summary>
    public static void RequireSignals()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent by the kill command of Unix.");
        const string Ignored = "SigIgn:";
        const ulong Interrupt = 0b10;
        var mask = OperatingSystem.IsLinux()
            ? File.ReadLines("/proc/self/status").First(line => line.StartsWith(Ignored, StringComparison.Ordinal))
            : Ignored + "0";
        var ignored = ulong.Parse(
            mask[Ignored.Length..],
            NumberStyles.HexNumber | NumberStyles.AllowLeadingWhite,
            null
        );
        Assert.SkipWhen((ignored & Interrupt) != 0, "Interrupts are ignored here: run the tests in the foreground.");
    }

    /// <summary>The built program.</summary>
    public static string ProgramPath => Path.Combine(AppContext.BaseDirectory, "actoril.dll");

    public static string DotnetPath => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static ProgramProcess Start(string folder, params string[] arguments) =>
        new(DotnetPath, [ProgramPath, .. arguments], folder);

    /// <summary>Any other program.</summary>
    public static ProgramProcess StartOther(string file, string folder, params string[] arguments) =>
        new(file, arguments, folder);

    /// <summary>Waits until the error stream shows a line with this text; the stream must not end before.</summary>
    public void WaitForError(string text)
    {
        while (_process.StandardError.ReadLine() is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"The process ended before it wrote '{text}'.");
    }

    /// <summary>Sends a signal by its name, such as INT.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Ends it at once, without its doing anything about it; one that has ended is left alone.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for the end.</summary>
    public async Task<Invocation> EndAsync()
    {
        var error = await _process.StandardError.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return new(_process.ExitCode, await _output, error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
