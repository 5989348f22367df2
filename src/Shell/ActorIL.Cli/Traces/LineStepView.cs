using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Traces;

/// <summary>A walk as lines, for pipes and files.</summary>
/// <param name="terminal">Where they go.</param>
internal sealed class LineStepView(Terminal terminal) : IStepView
{
    public void Prompt()
    {
        // Whoever writes commands into a pipe does not wait to be asked.
    }

    public void Show(StepScreen screen)
    {
        var detail = StepText.Detail(screen);
        terminal.Out.Write(screen.Command == StepCommands.Show ? detail : StepText.Place(screen) + detail);
        terminal.Out.Flush();
    }

    public void Refuse(string command, Error error) => _ = terminal.Fail(error);
}
