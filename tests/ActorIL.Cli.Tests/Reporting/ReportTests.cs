using System.Text.RegularExpressions;
using ActorIL.Cli.Tests.Running;
using ActorIL.Reports.Content;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.Tests.Reporting;

public class ReportTests(SmallRun run) : IClassFixture<SmallRun>
{
    [Fact]
    public void A_run_ends_with_its_report_and_the_same_bytes_are_written_again()
    {
        var page = File.ReadAllBytes(run.File("report.html"));
        var figures = Directory.GetFiles(run.File("figures")).Order(StringComparer.Ordinal).ToArray();
        var texts = figures.Select(File.ReadAllText).ToArray();
        var result = Invocation.Run("report", run.Folder);
        Assert.Equal((0, run.File("report.html") + "\n", ""), (result.Code, result.Out, result.Error));
        Assert.Equal(page, File.ReadAllBytes(run.File("report.html")));
        Assert.Equal(texts, figures.Select(File.ReadAllText));
        Assert.True(figures.Length > 10);
    }

    [Fact]
    public void The_page_needs_nothing_from_elsewhere()
    {
        var page = File.ReadAllText(run.File("report.html"));
        Assert.DoesNotMatch(new Regex("(src|href)=\"(?!#)"), page);
        Assert.DoesNotMatch(new Regex(@"url\(|@import|https?:"), page);
        Assert.Contains(run.Summary.RootElement.GetProperty("digest").GetString()!, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_metric_of_a_run_is_explained()
    {
        var rows = MetricsReading.Read(run.File("metrics.csv")).Match(found => found, _ => []);
        Assert.NotEmpty(rows);
        Assert.All(rows.Select(row => row.Name).Distinct(), name => Assert.NotNull(MetricGlossary.Find(name)));
    }

    [Fact]
    public void TensorBoard_gets_every_row() =>
        Assert.True(new FileInfo(run.File("tensorboard", "events.out.tfevents.0.actoril")).Length > 1000);

    [Fact]
    public void A_run_that_was_killed_is_reported_by_what_it_left()
    {
        using var folder = new TemporaryFolder();
        File.Copy(run.File("config.conf"), folder.Combine("config.conf"));
        File.Copy(run.File("metrics.csv"), folder.Combine("metrics.csv"));
        Assert.Equal(0, Invocation.Run("report", folder.Folder).Code);
        Assert.Contains("it was killed", File.ReadAllText(folder.Combine("report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_no_run_is_explained()
    {
        using var folder = new TemporaryFolder();
        Snapshot.Matches(Invocation.Run("report", folder.Folder).Text((folder.Folder, "{folder}")));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Folder));
    }
}
