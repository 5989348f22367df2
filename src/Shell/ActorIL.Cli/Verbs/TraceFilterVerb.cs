using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Traces;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril trace filter FILE --out OUT`: a part of a trace as a file of its own.</summary>
internal static class TraceFilterVerb
{
    private const string Notes =
        FilterFlags.Notes
        + """
            The excerpt is an MCAP file as the trace is, and every verb that only looks at a trace takes it. It cannot
            be computed again as a whole: `trace verify` and `trace fork` refuse it. Update boundaries and what happened
            to actors are kept within --from and --to, and the parameters that kept messages name.

            JSON: path, deliveries (kept), read, bytes, source, filter, problem

            """;

    public static Verb Create(Terminal terminal)
    {
        var (file, filter, json) = (TraceFlags.File(), new FilterFlags(), Flags.Json());
        var target = TraceFlags.Target("The excerpt, a new file.");
        target.Required = true;
        var verb = new Verb("filter", "Writes a part of a trace as a file of its own.")
        {
            Notes = Notes,
            Examples =
            [
                "trace filter runs/cartpole-1/trace.mcap --actor '*/learner' --out learner.mcap",
                "trace filter runs/cartpole-1/trace.mcap --from update:3 --to update:5 --out updates.mcap --json",
            ],
            Arguments = { file },
        };
        filter.AddTo(verb);
        verb.Options.Add(target);
        verb.Options.Add(json);
        verb.SetAction(parsed =>
            (int)
                FilterSession.Run(
                    terminal,
                    parsed.GetRequiredValue(file),
                    parsed.GetValue(target) ?? "",
                    filter.Read(parsed),
                    parsed.GetValue(json)
                )
        );
        return verb;
    }
}
