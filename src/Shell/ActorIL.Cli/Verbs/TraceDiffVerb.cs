using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Traces;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril trace diff`.</summary>
internal static class TraceDiffVerb
{
    private const string ToleranceName = "--tolerance";
    private const string BitsName = "--bits";

    private const string Notes = """
        Configurations and manifests come first, then the first delivery that differs, then all deliveries, each held
        against the one of the same receiver, sender and sequence. Traces of two levels are compared at the lower one.
        With --tolerance T two numbers a and b are the same where |a - b| <= T + T * max(|a|, |b|), as far as they
        are recorded: at level keys there are none.

        JSON: same, a, b, level, tolerance, configuration[] and manifest[] (name, a, b), same_until,
          first: null or class, message, from, to, a and b (ordinal, key, cause, hash), fields[] (field, a, b, ulps),
          otherwise: null or a, b (what differs first and is no delivery),
          deliveries and messages[] (message): same, changed, other_time, only_a, only_b

        Exit code 0: the runs are the same, whatever their manifests say; 4: they differ.

        """;

    public static Verb Create(Terminal terminal)
    {
        var (one, other) = (TraceFlags.File("A"), TraceFlags.File("B"));
        var tolerance = Tolerance();
        var bits = new Option<bool>(BitsName) { Description = "Every bit counts: the default." };
        var json = Flags.Json();
        var verb = new Verb("diff", "Says how two traces differ: configuration, first delivery, all deliveries.")
        {
            Notes = Notes,
            Examples =
            [
                "trace diff runs/cartpole-1/trace.mcap runs/cartpole-2/trace.mcap",
                "trace diff one.mcap other.mcap --tolerance 1e-6 --json",
            ],
            Arguments = { one, other },
            Options = { tolerance, bits, json },
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(bits) && result.GetResult(tolerance) is { Implicit: false })
            {
                result.AddError(
                    UsageErrors.Encode(
                        new Error(BitsName, $"{ToleranceName} as well", "one of the two views", "Leave one out.")
                    )
                );
            }
        });
        verb.SetAction(parsed =>
            (int)
                DiffSession.Run(
                    terminal,
                    new DiffRequest(
                        parsed.GetRequiredValue(one),
                        parsed.GetRequiredValue(other),
                        parsed.GetValue(tolerance),
                        parsed.GetValue(json)
                    )
                )
        );
        return verb;
    }

    private static Option<double?> Tolerance() =>
        new(ToleranceName)
        {
            Description = "How far apart numbers may be, absolutely and relatively together.",
            HelpName = "T",
            CustomParser = result =>
            {
                var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
                var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
                if (isNumber && value >= 0 && double.IsFinite(value))
                {
                    return value;
                }

                result.AddError(
                    UsageErrors.Encode(
                        new Error(ToleranceName, $"\"{text}\"", "a number such as 1e-6, at least 0", "Correct it.")
                    )
                );
                return null;
            },
        };
}
