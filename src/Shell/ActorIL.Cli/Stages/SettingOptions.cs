using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ActorIL.Cli.CommandLine;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;

namespace ActorIL.Cli.Stages;

/// <summary>Flags that are settings, as options of one verb.</summary>
/// <param name="flags">The flags.</param>
internal sealed class SettingOptions(ImmutableArray<SettingFlag> flags)
{
    private readonly ImmutableArray<(SettingFlag Flag, Option Option)> _options =
    [
        .. flags.Select(flag => (flag, OptionOf(flag))),
    ];

    public IEnumerable<Option> Options => _options.Select(static entry => entry.Option);

    /// <summary>What was typed, as layers over a file.</summary>
    public ImmutableArray<ConfigurationOverride> Read(ParseResult parsed) =>
        [
            .. from entry in _options
            let result = parsed.GetResult(entry.Option)
            where result is { Implicit: false }
            select Override(entry.Flag, [.. result.Tokens.Select(static token => token.Value)]),
        ];

    /// <summary>The names of the flags that were typed.</summary>
    public ImmutableArray<string> Typed(ParseResult parsed) =>
        [.. _options.Where(entry => parsed.GetResult(entry.Option) is { Implicit: false }).Select(e => e.Flag.Name)];

    private static ConfigurationOverride Override(SettingFlag flag, string[] typed)
    {
        var source = $"{flag.Name} {string.Join(' ', typed)}".TrimEnd();
        return flag.Form switch
        {
            SettingForm.Switch => new($"{flag.Key}=on", source),
            SettingForm.Sizes => new($"{flag.Key}=[{string.Join(", ", typed)}]", source),
            // A count where the configuration has a list of them.
            SettingForm.Whole when flag.Key.EndsWith("counts", StringComparison.Ordinal) => new(
                $"{flag.Key}=[{typed[^1]}]",
                source
            ),
            SettingForm.Text or SettingForm.Number or SettingForm.Whole or SettingForm.Count =>
                ConfigurationOverride.OfText(flag.Key, typed[^1], source),
        };
    }

    private static Option OptionOf(SettingFlag flag)
    {
        Option option = flag.Form switch
        {
            SettingForm.Switch => new Option<bool>(flag.Name),
            SettingForm.Sizes => new Option<string[]>(flag.Name) { AllowMultipleArgumentsPerToken = true },
            SettingForm.Text or SettingForm.Number or SettingForm.Whole or SettingForm.Count => new Option<string?>(
                flag.Name
            ),
        };
        option.Description = $"{flag.Description} ({flag.Key})";
        option.HelpName = NameOf(flag.Form);
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !Fits(flag.Form, token.Value)))
            {
                result.AddError(
                    UsageErrors.Encode(
                        new Error(flag.Name, $"\"{token.Value}\"", WantedOf(flag.Form), "Correct the value.")
                    )
                );
            }
        });
        return option;
    }

    private static bool Fits(SettingForm form, string text) =>
        form switch
        {
            SettingForm.Switch => true,
            SettingForm.Text => text.Length > 0,
            SettingForm.Number => IsNumber(text),
            SettingForm.Whole => IsNumber(text),
            SettingForm.Count => IsNumber(text) && double.Parse(text, CultureInfo.InvariantCulture) >= 1,
            SettingForm.Sizes => text.Split(',').All(IsNumber),
        };

    // Whether a number is whole, and how large it may be, says the configuration: 1e5 is whole.
    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number);

    private static string? NameOf(SettingForm form) =>
        form switch
        {
            SettingForm.Switch => null,
            SettingForm.Text => "TEXT",
            SettingForm.Number => "X",
            SettingForm.Whole or SettingForm.Count or SettingForm.Sizes => "N",
        };

    private static string WantedOf(SettingForm form) =>
        form switch
        {
            SettingForm.Switch => "nothing",
            SettingForm.Text => "a text",
            SettingForm.Number => "a number",
            SettingForm.Whole => "a whole number",
            SettingForm.Count => "a whole number, at least 1",
            SettingForm.Sizes => "whole numbers",
        };
}
