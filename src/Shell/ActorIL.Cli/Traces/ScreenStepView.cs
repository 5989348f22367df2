using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using Spectre.Console;

namespace ActorIL.Cli.Traces;

/// <summary>A walk on a screen that is drawn anew for each command.</summary>
/// <param name="console">Where it is drawn.</param>
/// <param name="title">What is walked through.</param>
internal sealed class ScreenStepView(IAnsiConsole console, string title) : IStepView
{
    private const string Keys = "next  back  seek KEY  until EXPR  show  where  actors  help  quit";

    public static ScreenStepView On(Terminal terminal, string title) =>
        new(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Out) }), title);

    public void Prompt() => console.Markup($"[grey]{Keys}[/]\n[bold]>[/] ");

    public void Show(StepScreen screen)
    {
        console.Clear();
        console.Write(new Rule(Markup.Escape(title)) { Justification = Justify.Left });
        console.Write(new Text(StepText.Place(screen), new Style(decoration: Decoration.Bold)));
        var detail = StepText.Detail(screen);
        var body = detail.Length > 0 ? detail : StepText.Round(screen);
        console.Write(new Text($"\n{(screen.IsFull ? body : Cropped(body))}"));
        console.Write(new Rule());
    }

    public void Refuse(string command, Error error) => console.Write(new Text(ErrorText.Render(error)));

    /// <summary>Lines that keep to the screen; `show full` has them whole.</summary>
    private string Cropped(string text)
    {
        var width = Math.Max(2, console.Profile.Width);
        return string.Join(
            '\n',
            text.Split('\n').Select(line => line.Length < width ? line : line[..(width - 2)] + "…")
        );
    }
}
