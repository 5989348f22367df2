using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Reports.Pages;
using ActorIL.Storage.Files;
using ActorIL.Storage.Runs;

namespace ActorIL.Cli.Reporting;

/// <summary>Writes the report of a run, and its figures, from what is in its directory.</summary>
internal static class ReportFiles
{
    /// <summary>Writes them; the path of the page.</summary>
    public static Result<string, Error> Write(RunPaths paths, BoundRun run) =>
        RunReading
            .Facts(paths, run)
            .Then(facts =>
            {
                var page = ReportPage.Of(facts, RunRollouts.Of(new RunPolicies(run.Plan, paths), facts.Stages));
                return Figures(paths, page).Then(_ => AtomicFile.WriteText(paths.Report, page.Html));
            });

    private static Result<string, Error> Figures(RunPaths paths, ReportPage page)
    {
        var files = page.Figures.Select(figure =>
            (Path: Path.Combine(paths.Figures, figure.Id + ".svg"), Text: figure.Standalone)
        );
        return files.Aggregate(
            FolderFiles.Create(paths.Figures),
            (written, file) => written.Then(_ => AtomicFile.WriteText(file.Path, file.Text))
        );
    }
}
