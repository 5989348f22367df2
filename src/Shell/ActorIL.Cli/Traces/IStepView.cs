using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Traces;

/// <summary>Shows a walk through a run.</summary>
internal interface IStepView
{
    /// <summary>Asks for the next command.</summary>
    void Prompt();

    /// <summary>Shows what came of a command.</summary>
    void Show(StepScreen screen);

    /// <summary>Shows why a command could not be done.</summary>
    void Refuse(string command, Error error);
}
