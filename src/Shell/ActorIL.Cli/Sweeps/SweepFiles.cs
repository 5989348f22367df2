using System.Collections.Immutable;
using System.Text;
using ActorIL.Core.Prelude;
using ActorIL.Reports.Content;
using ActorIL.Reports.Pages;
using ActorIL.Storage.Files;
using ActorIL.Storage.Runs;

namespace ActorIL.Cli.Sweeps;

/// <summary>Writes what a sweep came to: page, figures, table and JSON, in its folder.</summary>
internal static class SweepFiles
{
    public const string JsonName = "sweep.json";
    private const string TableName = "sweep.csv";

    private static readonly ImmutableArray<string> Header =
    [
        "stage",
        "algorithm",
        "selected",
        "seeds",
        "labels",
        "n",
        "mean",
        "least",
        "greatest",
        "failures",
        "failure_rate",
        "failure_ci_low",
        "failure_ci_high",
        "wide_start_recovery_rate",
        "push_recovery_rate",
        "latched_rate",
    ];

    /// <summary>Writes them, the page last; its path.</summary>
    public static Result<string, Error> Write(string folder, SweepFacts facts, string json)
    {
        var paths = new RunPaths(folder);
        var page = SweepPage.Of(facts);
        var figures = page.Figures.Select(figure =>
            (Path: Path.Combine(paths.Figures, figure.Id + ".svg"), Text: figure.Standalone)
        );
        IEnumerable<(string Path, string Text)> files =
        [
            (Path.Combine(folder, JsonName), json + "\n"),
            (Path.Combine(folder, TableName), Table(facts.Rows)),
            .. figures,
            (paths.Report, page.Html),
        ];
        return files.Aggregate(
            FolderFiles.Create(paths.Figures),
            (written, file) => written.Then(_ => AtomicFile.WriteText(file.Path, file.Text))
        );
    }

    private static string Table(ImmutableArray<SweepRow> rows)
    {
        var text = new StringBuilder();
        Csv.AppendLine(text, Header.AsSpan());
        foreach (var row in rows)
        {
            Csv.AppendLine(
                text,
                row.Stage,
                row.Algorithm,
                row.Selected,
                Csv.Number(row.SeedCount),
                Csv.Number(row.LabelMean),
                Csv.Number(row.EpisodeCount),
                Csv.Number(row.Mean),
                Csv.Number(row.Least),
                Csv.Number(row.Most),
                row.Failures is { } count ? Csv.Number(count.Count) : "",
                row.Failures is { } rate ? Csv.Number(rate.Rate) : "",
                row.Failures is { } low ? Csv.Number(low.CiLow) : "",
                row.Failures is { } high ? Csv.Number(high.CiHigh) : "",
                row.Recovery is { } wide ? Csv.Number(wide.WideStarts.Rate) : "",
                row.Recovery is { } push ? Csv.Number(push.Pushes.Rate) : "",
                row.Latched is { } latched ? Csv.Number(latched.Rate) : ""
            );
        }

        return text.ToString();
    }
}
