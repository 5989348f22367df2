using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using ActorIL.Core.Prelude;
using ActorIL.Reports.Content;

namespace ActorIL.Cli.CommandLine;

/// <summary>What the students of a sweep are to reach.</summary>
internal sealed class TargetFlags
{
    private const string ReturnName = "--target-return";
    private const string FailureName = "--target-failure";

    public Option<double?> Return { get; } =
        Number(ReturnName, "Also counts expert labels until validation first returns so much.", "RETURN", -1e9, 1e9);

    public Option<double?> Failure { get; } =
        Number(FailureName, "Also counts them until so small a share of validation fails.", "SHARE", 0, 1);

    public Option<string?> Beside { get; } =
        new("--beside")
        {
            Description = "The folder of a sweep with targets, shown in the same table and figure.",
            HelpName = "FOLDER",
        };

    /// <summary>The targets that were typed.</summary>
    public ImmutableArray<LabelTarget> Of(ParseResult parsed) =>
        [
            .. parsed.GetValue(Return) is { } value ? [new LabelTarget(IsFailure: false, value)] : None,
            .. parsed.GetValue(Failure) is { } share ? [new LabelTarget(IsFailure: true, share)] : None,
        ];

    private static ImmutableArray<LabelTarget> None => [];

    private static Option<double?> Number(string name, string description, string help, double least, double most) =>
        new(name)
        {
            Description = description,
            HelpName = help,
            CustomParser = result =>
            {
                var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
                var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
                if (isNumber && value >= least && value <= most)
                {
                    return value;
                }

                var wanted = string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}");
                result.AddError(UsageErrors.Encode(new Error(name, $"\"{text}\"", wanted, "Correct the value.")));
                return null;
            },
        };
}
