using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Traces;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril trace export FILE`: deliveries for other programs.</summary>
internal static class TraceExportVerb
{
    private const string Notes =
        FilterFlags.Notes
        + """
            ndjson: one JSON object a line and delivery: ordinal, key, tick, micro, from, to, message, cause, size,
              hash, payload. Floats read back as the same bits; NaN and infinities are the texts "NaN", "Infinity",
              "-Infinity"; hashes and ids are texts of 16 hexadecimal digits.
            csv: one type of message, a line for each delivery: ordinal, tick, micro, from, to, cause, hash, then the
              numbers and texts of the payload by path, and of each array and list its length as PATH.count.
            npz: arrays for imitation learning (numpy.load), and beside them OUT.json, which says what they are. --what:
              rollouts: observations [T, N, o], actions [T, N, a], rewards [T, N], endings [T, N] (1 terminated,
                2 truncated), final_observations, last_observations, step_counts, ordinals, of what the expert learned
                from; T runs over all rollouts
              demonstrations: observations [S, o], actions [S, a], rewards [S], endings [S], final_observations [E, o],
                step_counts [E], full [E], ordinals [E]; S runs over the steps of all episodes E
              labels: observations [n, o], labels [n, a], batch_sizes, ordinals: what DAgger had the expert label
              Observations are in traces of level full.

            JSON (--json, with --out): path, format, what, deliveries (of npz: parts), bytes, sha256, arrays{}
              (name -> type, shape), problem

            """;

    public static Verb Create(Terminal terminal)
    {
        var (file, filter, json) = (TraceFlags.File(), new FilterFlags(), Flags.Json());
        var target = TraceFlags.Target("A new file; the output where it is left out (not for npz).");
        var format = Choice("--format", "FORMAT", ExportRequest.Formats, "How: ndjson, csv or npz.");
        format.Required = true;
        var what = Choice("--what", "WHAT", DatasetKinds.Names, "For npz: rollouts, demonstrations or labels.");
        var verb = new Verb("export", "Writes deliveries, or data sets of them, for other programs.")
        {
            Notes = Notes,
            Examples =
            [
                "trace export runs/cartpole-1/trace.mcap --format ndjson --message '*.rolled' --out rolled.ndjson",
                "trace export runs/cartpole-1/trace.mcap --format csv --message '*.scored'",
                "trace export runs/cartpole-1/trace.mcap --format npz --what demonstrations --out expert.npz",
            ],
            Arguments = { file },
            Plugins = PluginUse.Recorded,
        };
        verb.Options.Add(format);
        verb.Options.Add(what);
        verb.Options.Add(target);
        filter.AddTo(verb);
        verb.Options.Add(json);
        verb.SetAction(parsed =>
            (int)
                ExportSession.Run(
                    terminal,
                    new ExportRequest(
                        parsed.GetRequiredValue(file),
                        parsed.GetValue(format) ?? "",
                        parsed.GetValue(what),
                        parsed.GetValue(target),
                        filter.Read(parsed),
                        parsed.GetValue(json)
                    )
                )
        );
        return verb;
    }

    private static Option<string?> Choice(
        string name,
        string form,
        IReadOnlyList<string> choices,
        string description
    ) =>
        new(name)
        {
            Description = description,
            HelpName = form,
            CustomParser = result =>
            {
                var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
                if (choices.Contains(text))
                {
                    return text;
                }

                result.AddError(
                    UsageErrors.Encode(
                        new(name, $"\"{text}\"", $"one of {string.Join(", ", choices)}", "Choose one of them.")
                    )
                );
                return null;
            },
        };
}
