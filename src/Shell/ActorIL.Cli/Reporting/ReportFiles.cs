using System.Collections.Immutable;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Reports.Pages;
using ActorIL.Storage.Files;
using ActorIL.Storage.Runs;
using ActorIL.Storage.TensorBoard;

namespace ActorIL.Cli.Reporting;

/// <summary>
/// Writes the report of a run, its figures and its metrics for TensorBoard, from what is in its directory.
/// </summary>
internal static class ReportFiles
{
    /// <summary>Writes them for the configuration in the directory: what is wrong, or nothing.</summary>
    public static ImmutableArray<Error> Write(RunPaths paths, Terminal terminal) =>
        RunReading
            .Plan(paths, terminal)
            .Match(run => Write(paths, run).Match<ImmutableArray<Error>>(_ => [], error => [error]), errors => errors);

    /// <summary>Writes them, the page last; its path.</summary>
    public static Result<string, Error> Write(RunPaths paths, BoundRun run) =>
        RunReading
            .Facts(paths, run)
            .Then(facts =>
            {
                var page = ReportPage.Of(facts, RunRollouts.Of(new RunPolicies(run.Plan, paths), facts.Stages));
                return Figures(paths, page)
                    .Then(_ => FolderFiles.Create(paths.TensorBoard))
                    .Then(folder => EventFile.Write(Path.Combine(folder, EventFile.FileName), facts.Metrics))
                    .Then(_ => AtomicFile.WriteText(paths.Report, page.Html));
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
