using ActorIL.Actors.Traces;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Traces;

/// <summary>What a person should know of a reading beside its result, on the error stream.</summary>
internal static class TraceWarnings
{
    public static void Write(Terminal terminal, TraceScan scan, DeliveryFilter filter)
    {
        foreach (var field in filter.UnknownFields)
        {
            terminal.Error.Write(
                $"warning: no delivery that was looked at has the field {field}; `actoril trace show` shows fields\n"
            );
        }

        if (scan.Problem is { } problem)
        {
            terminal.Error.Write($"warning: the trace is not whole: {problem.Found}; `actoril trace repair` helps\n");
        }

        if (scan.Level == TraceLevel.Seed)
        {
            terminal.Error.Write("warning: a trace of level seed holds no deliveries; trace.level=keys records them\n");
        }

        terminal.Error.Flush();
    }
}
