using ActorIL.Cli.Terminals;
using ActorIL.Storage.Runs;

namespace ActorIL.Cli.Reporting;

/// <summary>One report, from what was typed to the files.</summary>
internal static class ReportSession
{
    public static ExitCode Run(Terminal terminal, string folder)
    {
        var paths = new RunPaths(Path.GetFullPath(folder));
        var errors = ReportFiles.Write(paths, terminal);
        if (!errors.IsEmpty)
        {
            return terminal.Fail(errors);
        }

        terminal.Out.Write(paths.Report + "\n");
        terminal.Out.Flush();
        return ExitCode.Success;
    }
}
