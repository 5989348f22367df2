using ActorIL.Cli.Progress;
using Spectre.Console;

namespace ActorIL.Cli.Tests.Output;

public class ViewTests
{
    private static readonly RunStatus Start = new()
    {
        UpdateCountMax = 10,
        CloneCountMax = 0,
        LabelCountMax = 0,
        StageCountMax = 2,
    };

    [Fact]
    public void A_line_is_written_when_it_is_due_and_at_the_end()
    {
        using var output = new StringWriter();
        var clock = new ManualClock();
        var view = new LineView(output, clock, TimeSpan.FromSeconds(2));
        var result = view.Watch(Start, show =>
        {
            for (var update = 1; update <= 10; update++)
            {
                clock.Advance(0.5);
                show(Start with { UpdateCount = update });
            }

            return "done";
        });
        Assert.Equal("done", result);
        Assert.Equal(
            """
            [   2.0 s] expert 4/10 updates
            [   4.0 s] expert 8/10 updates
            [   5.0 s] expert 10/10 updates | evaluated 0/2

            """.ReplaceLineEndings("\n"),
            output.ToString());
    }

    [Fact]
    public void A_run_that_reports_nothing_shows_nothing()
    {
        using var output = new StringWriter();
        _ = new LineView(output, new ManualClock(), TimeSpan.FromSeconds(2)).Watch(Start, _ => 0);
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public void On_a_terminal_bars_fill_and_lines_stand_above_them()
    {
        using var output = new StringWriter();
        var view = new LiveView(AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(output),
        }));
        _ = view.Watch(Start, show =>
        {
            view.Line!("a line of the log\n");
            show(Start with { UpdateCount = 10, StageCount = 2, EpisodeReturn = 12.5 });
            return 0;
        });
        var text = output.ToString();
        Assert.Contains("a line of the log", text, StringComparison.Ordinal);
        Assert.Contains("expert: return 12.5", text, StringComparison.Ordinal);
        Assert.Contains("100%", text, StringComparison.Ordinal);
    }
}
