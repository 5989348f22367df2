using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Traces;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril trace info FILE`: what a trace adds up to.</summary>
internal static class TraceInfoVerb
{
    private const string Notes = """
        A trace that was not closed, such as that of a killed run, is told as far as it is whole; the exit code is 0.

        JSON: deliveries, recorded_deliveries, first_ordinal, last_ordinal, messages_by_type{}, actors{} (path ->
          deliveries received), level, seed, digest, result_digest, outcome, closed_cleanly, bytes, whole_bytes,
          problem, chain, boundaries{}, events{}, blocks, virtual_time{}, environment, configuration_hash, run{},
          resumptions[], parent, excerpt; what is not known is null

        """;

    public static Verb Create(Terminal terminal)
    {
        var (file, json) = (TraceFlags.File(), Flags.Json());
        var verb = new Verb("info", "Says what a trace holds: counts, level, seed, digest, whether it was closed.")
        {
            Notes = Notes,
            Examples = ["trace info runs/cartpole-1/trace.mcap", "trace info runs/cartpole-1/trace.mcap --json"],
            Arguments = { file },
            Options = { json },
        };
        verb.SetAction(parsed => (int)Run(terminal, parsed.GetRequiredValue(file), parsed.GetValue(json)));
        return verb;
    }

    private static ExitCode Run(Terminal terminal, string file, bool isJson) =>
        TraceSurveying
            .Of(file)
            .Match(
                survey =>
                {
                    if (isJson)
                    {
                        terminal.WriteJson(writer => TraceInfoJson.Write(writer, survey));
                    }
                    else
                    {
                        terminal.Out.Write(TraceInfoText.Render(file, survey));
                        terminal.Out.Flush();
                    }

                    return ExitCode.Success;
                },
                error => terminal.Fail(error)
            );
}
