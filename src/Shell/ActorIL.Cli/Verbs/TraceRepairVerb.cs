using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Traces;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril trace repair`.</summary>
internal static class TraceRepairVerb
{
    private const string Notes = """
        JSON: whole, complete, out, deliveries, chunks, bytes (what is kept),
          lost_bytes, lost_chunks, lost_deliveries, lost_from (an ordinal), cause; what is not known is null

        Exit code 0: the file was whole and nothing was written, or only its closing was damaged; 3: something was lost.
        The repaired file ends with the outcome "broken-off" and passes `trace verify`. Nothing is ever overwritten.

        """;

    public static Verb Create(Terminal terminal)
    {
        var file = TraceFlags.File();
        var output = new Option<string?>(Flags.OutName)
        {
            Description = "The file to write; FILE with the ending .repaired.mcap unless told otherwise.",
            HelpName = "OUT",
        };
        var json = Flags.Json();
        var verb = new Verb("repair", "Writes what is left of a damaged trace as a whole one, and says what was lost.")
        {
            Notes = Notes,
            Examples =
            [
                "trace repair runs/cartpole-1/trace.mcap",
                "trace repair runs/cartpole-1/trace.mcap --out saved.mcap --json",
            ],
            Arguments = { file },
            Options = { output, json },
        };
        verb.SetAction(parsed =>
            (int)
                RepairSession.Run(
                    terminal,
                    new RepairRequest(parsed.GetRequiredValue(file), parsed.GetValue(output), parsed.GetValue(json))
                )
        );
        return verb;
    }
}
