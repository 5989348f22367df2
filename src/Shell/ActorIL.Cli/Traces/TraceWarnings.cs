using ActorIL.Actors.Traces;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Traces;

/// <summary>What a person should know of a reading beside its result, on the error stream.</summary>
internal static class TraceWarnings
{
    /// <param name="terminal">Where to write.</param>
    /// <param name="problem">What ended the reading early; null where nothing did.</param>
    /// <param name="level">What the trace keeps.</param>
    /// <param name="filter">The filter after the reading.</param>
    public static void Write(Terminal terminal, Error? problem, TraceLevel level, DeliveryFilter filter)
    {
        foreach (var field in filter.UnknownFields)
        {
            terminal.Error.Write(
                $"warning: no delivery that was looked at has the field {field}; `actoril trace show` shows fields\n"
            );
        }

        if (problem is not null)
        {
            terminal.Error.Write($"warning: the trace is not whole: {problem.Found}; `actoril trace repair` helps\n");
        }

        if (level == TraceLevel.Seed)
        {
            terminal.Error.Write("warning: a trace of level seed holds no deliveries; trace.level=keys records them\n");
        }

        terminal.Error.Flush();
    }
}
