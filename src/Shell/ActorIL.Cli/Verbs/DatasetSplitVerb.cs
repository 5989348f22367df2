using System.CommandLine;
using System.Globalization;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Datasets;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril dataset split FILE`.</summary>
internal static class DatasetSplitVerb
{
    private const string FractionName = "--fraction";
    private const double FractionDefault = 0.2;

    private const string Notes = """
        Whole episodes are drawn for validation, at least one and never all; which ones follows from seed, count and
        fraction alone. Both parts keep the order, the keys and the sources.

        JSON: train and validation: path, steps, episodes

        """;

    public static Verb Create(Terminal terminal)
    {
        var (file, fraction, json) = (DatasetVerb.File(), Fraction(), Flags.Json());
        var seed = Flags.Seed("Which episodes are drawn. Default: 0.");
        var train = DatasetVerb.Target("--train", "The part for training. Default: NAME-train.npz.");
        var validation = DatasetVerb.Target("--validation", "The other part. Default: NAME-validation.npz.");
        var verb = new Verb("split", "Divides a data set by episodes into training and validation.")
        {
            Notes = Notes,
            Examples =
            [
                "dataset split expert.npz",
                "dataset split expert.npz --fraction 0.1 --seed 7 --train a.npz --validation b.npz",
            ],
            Arguments = { file },
            Options = { fraction, seed, train, validation, json },
        };
        verb.SetAction(parsed =>
            (int)
                SplitSession.Run(
                    terminal,
                    new SplitRequest(
                        parsed.GetRequiredValue(file),
                        parsed.GetValue(fraction) ?? FractionDefault,
                        parsed.GetValue(seed) ?? 0,
                        parsed.GetValue(train),
                        parsed.GetValue(validation),
                        parsed.GetValue(json)
                    )
                )
        );
        return verb;
    }

    private static Option<double?> Fraction() =>
        new(FractionName)
        {
            Description = "The part of the episodes that is for validation. Default: 0.2.",
            HelpName = "X",
            CustomParser = result =>
            {
                var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
                if (
                    double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                    && value is > 0 and < 1
                )
                {
                    return value;
                }

                result.AddError(
                    UsageErrors.Encode(new(FractionName, $"\"{text}\"", "a number above 0 and below 1", "Correct it."))
                );
                return null;
            },
        };
}
