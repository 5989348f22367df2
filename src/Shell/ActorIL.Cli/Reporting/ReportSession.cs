using ActorIL.Cli.Terminals;
using ActorIL.Storage.Runs;

namespace ActorIL.Cli.Reporting;

/// <summary>One report, from what was typed to the files.</summary>
internal static class ReportSession
{
    public static ExitCode Run(Terminal terminal, string folder)
    {
        var paths = new RunPaths(Path.GetFullPath(folder));
        return RunReading
            .Plan(paths, terminal.Environment)
            .Match(
                run =>
                    ReportFiles
                        .Write(paths, run)
                        .Match(
                            path =>
                            {
                                terminal.Out.Write(path + "\n");
                                terminal.Out.Flush();
                                return ExitCode.Success;
                            },
                            error => terminal.Fail(error)
                        ),
                errors => terminal.Fail(errors)
            );
    }
}
