using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace ActorIL.External.Processes;

/// <summary>A program in a child process, its three streams being pipes to here.</summary>
internal sealed class ProgramProcess : IDisposable
{
    // Of Windows too: ERROR_FILE_NOT_FOUND is 2, ERROR_ACCESS_DENIED is 5 and keeps the system's sentence.
    private const int NoSuchFile = 2;
    private const int NotPermitted = 13;

    private static readonly TimeSpan KillPatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WordsPatience = TimeSpan.FromMilliseconds(200);

    private readonly Process _process;
    private readonly LastWords _words;
    private readonly ImmutableArray<string> _pipes;
    private readonly Lock _lock = new();

    private ProgramProcess(Process process)
    {
        _process = process;
        Id = process.Id;
        Input = process.StandardInput.BaseStream;
        Output = process.StandardOutput.BaseStream;
        var error = process.StandardError.BaseStream;
        _pipes = PipeHolders.Names(Input, Output, error);
        _words = new(error);
    }

    public int Id { get; }

    /// <summary>What it reads; nothing is held back here.</summary>
    public Stream Input { get; }

    /// <summary>What it writes.</summary>
    public Stream Output { get; }

    /// <summary>The end of what it wrote to standard error.</summary>
    public ImmutableArray<string> LastLines
    {
        get
        {
            if (_process.HasExited)
            {
                _words.HasEnded(WordsPatience);
            }

            return _words.Lines();
        }
    }

    /// <summary>Where it has ended by itself or was killed; 128 and the signal where a signal ended it.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    /// <summary>Starts it; null where it cannot be started.</summary>
    /// <param name="command">The program.</param>
    /// <param name="reason">Why not; empty where it was started.</param>
    public static ProgramProcess? Start(ExternalCommand command, out string reason)
    {
        reason = "";
        if (command.Arguments.Count == 0 || command.Arguments[0].Length == 0)
        {
            reason = "no program in the command";
            return null;
        }

        var how = new ProcessStartInfo(command.Arguments[0], command.Arguments.Items.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = command.WorkingDirectory,
        };
        if (Directory.Exists(command.Arguments[0]))
        {
            reason = "a folder in the place of the program";
            return null;
        }

        try
        {
            return new(Process.Start(how)!);
        }
        catch (Win32Exception failure)
        {
            reason = Reason(command.Arguments[0], failure);
            return null;
        }
        catch (IOException failure)
        {
            reason = failure.Message;
            return null;
        }
        catch (UnauthorizedAccessException failure)
        {
            reason = failure.Message;
            return null;
        }
    }

    /// <summary>In words where they are known; the system's own sentence otherwise.</summary>
    private static string Reason(string program, Win32Exception failure) =>
        failure.NativeErrorCode switch
        {
            NoSuchFile when File.Exists(program) => $"no interpreter for '{program}': see its first line",
            NoSuchFile => $"no program '{program}'",
            NotPermitted => $"'{program}', which is not executable",
            _ => failure.Message,
        };

    /// <summary>Whether it has ended, waited for so long.</summary>
    public bool HasEnded(TimeSpan patience) => _process.WaitForExit(patience);

    /// <summary>Ends it and all that it started.</summary>
    public void Kill()
    {
        lock (_lock)
        {
            try
            {
                _process.Kill(entireProcessTree: true);
            }
            catch (InvalidOperationException)
            {
                // It ended in between; what it left behind is found by its pipes.
            }
            catch (Win32Exception)
            {
                // It ended in between; what it left behind is found by its pipes.
            }
            catch (AggregateException)
            {
                // It ended in between; what it left behind is found by its pipes.
            }
        }

        _process.WaitForExit(KillPatience);
    }

    /// <summary>Ends processes that outlive it and hold its pipes.</summary>
    public void KillStragglers()
    {
        if (!_words.HasEnded(WordsPatience))
        {
            PipeHolders.Kill(_pipes);
        }
    }

    /// <summary>Ends processes that hold its pipes: a wait for them goes on although the program was killed.</summary>
    public void KillHolders() => PipeHolders.Kill(_pipes);

    /// <summary>Gives its memory and pipes back. It has ended before, or goes on without us.</summary>
    public void Dispose()
    {
        Close(Input);
        Close(Output);
        _process.Dispose();
    }

    /// <summary>Tells the program that nothing more comes.</summary>
    public void CloseInput() => Close(Input);

    private static void Close(Stream stream)
    {
        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
            // The other side has gone: there is nothing left to close.
        }
    }
}
