using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Reporting;

/// <summary>The page in a real browser, where there is Chromium.</summary>
public class BrowserTests(SmallRun run) : IClassFixture<SmallRun>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task No_error_no_empty_figure_nothing_clipped(int width)
    {
        var page = await File.ReadAllTextAsync(run.File("report.html"), TestContext.Current.CancellationToken);
        var measured = await Browser.MeasuredAsync(page, width);
        Assert.SkipWhen(measured is null, "There is no Chromium here (Debian: chromium).");
        var figureCount = Directory.GetFiles(run.File("figures")).Length;
        Assert.Equal(FormattableString.Invariant($"{width} wide, {figureCount} figures: no problem"), measured);
    }
}
