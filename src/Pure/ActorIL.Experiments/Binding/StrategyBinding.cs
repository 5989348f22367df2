using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Environments;
using ActorIL.Environments.Configuration;
using ActorIL.Plugins;

namespace ActorIL.Experiments.Binding;

/// <summary>Who drives a student and what is labelled: an entry of the catalog with its parameters.</summary>
internal static class StrategyBinding
{
    /// <summary>
    /// Below a student's section: where the parameters of a strategy stand that has no keys of its own.
    /// </summary>
    public const string Parameters = "." + QueryStrategyEntry.CommonSection;

    /// <summary>The strategy, or null where something is wrong. The student's other keys are read before.</summary>
    /// <param name="reader">Notes what is wrong.</param>
    /// <param name="section">The student's.</param>
    /// <param name="entry">The strategy's.</param>
    /// <param name="environment">Whose danger some strategies look at; null where it is not known.</param>
    public static IQueryStrategy? Read(
        KeyReader reader,
        string section,
        QueryStrategyEntry entry,
        EnvironmentEntry? environment
    )
    {
        if (entry.NeedsDanger && environment is not null)
        {
            _ = environment.Danger.Match(
                _ => true,
                error =>
                {
                    reader.Reject($"{section}.algorithm", error.Found, error.Wanted, error.Remedy);
                    return false;
                }
            );
        }

        return entry.Section == QueryStrategyEntry.CommonSection
            ? Own(reader, section, entry)?.Strategy
            : Documented(reader, section, entry);
    }

    /// <summary>Notes parameters of a student whose algorithm takes none there.</summary>
    public static void Forbid(KeyReader reader, string section, string algorithm) =>
        ParameterBinding.Forbid(
            reader,
            section + Parameters,
            $"none, for {section}.algorithm is \"{algorithm}\", whose settings have keys of their own",
            "Remove it, or choose the strategy that has it."
        );

    private static QueryStrategyEntry? Own(KeyReader reader, string section, QueryStrategyEntry entry) =>
        ParameterBinding.Settings(
            reader,
            section + Parameters,
            "one value, or a list of whole numbers",
            ParameterBinding.ScalarOrList,
            $"{entry.Name} has {string.Join(", ", entry.Parameters.Select(static parameter => parameter.Name))}."
        )
            is { } settings
            ? ParameterBinding.Accepted(
                reader,
                section + Parameters,
                entry.Configure(settings),
                static configured => configured.Parameters
            )
            : null;

    /// <summary>Parameters that are keys of the reference configuration, which others have read and checked.</summary>
    private static IQueryStrategy? Documented(KeyReader reader, string section, QueryStrategyEntry entry)
    {
        var settings = ImmutableArray.CreateBuilder<ParameterSetting>();
        foreach (var parameter in entry.Parameters)
        {
            var place = entry.Section.Length == 0 ? section : $"{section}.{entry.Section}";
            if (reader.AcceptedText($"{place}.{parameter.Name}") is not { } text)
            {
                return null;
            }

            settings.Add(new(parameter.Name, text));
        }

        return entry
            .Configure(settings.ToImmutable())
            .Match<IQueryStrategy?>(configured => configured.Strategy, _ => null);
    }
}
