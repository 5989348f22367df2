using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Environments.Configuration;
using ActorIL.Hocon;

namespace ActorIL.Experiments.Binding;

/// <summary>Sections whose keys are the parameters of an entry of the catalog.</summary>
internal static class ParameterBinding
{
    /// <summary>What was set in such a section, or null where something in it is no parameter.</summary>
    /// <param name="reader">Notes what is wrong.</param>
    /// <param name="section">The section.</param>
    /// <param name="wanted">What a parameter takes.</param>
    /// <param name="read">The text of a value; null where it is none.</param>
    /// <param name="remedy">Where parameters are listed.</param>
    public static ImmutableArray<ParameterSetting>? Settings(
        KeyReader reader,
        string section,
        string wanted,
        Func<HoconValue, string?> read,
        string remedy
    )
    {
        var fields = reader.Fields(section);
        var settings = ImmutableArray.CreateBuilder<ParameterSetting>(fields.Length);
        foreach (var field in fields)
        {
            if (read(field.Value) is { } text)
            {
                settings.Add(new(field.Key, text) { Shown = FoundText.Of(field.Value) });
            }
            else
            {
                reader.Reject($"{section}.{field.Key}", FoundText.Of(field.Value), wanted, remedy);
            }
        }

        return settings.Count < fields.Length ? null : settings.ToImmutable();
    }

    /// <summary>The entry with its parameters, which are noted as read; null where something is wrong.</summary>
    /// <param name="reader">Notes what is wrong.</param>
    /// <param name="section">Where the parameters stand.</param>
    /// <param name="configured">What came of setting them.</param>
    /// <param name="list">The values of an entry.</param>
    public static T? Accepted<T>(
        KeyReader reader,
        string section,
        Result<T, ImmutableArray<Error>> configured,
        Func<T, ImmutableArray<EnvironmentParameter>> list
    )
        where T : class =>
        configured.Match<T?>(
            entry =>
            {
                var values = list(entry);
                foreach (var field in reader.Fields(section))
                {
                    reader.Accept($"{section}.{field.Key}", values.Single(value => value.Name == field.Key).Json);
                }

                return entry;
            },
            errors =>
            {
                foreach (var error in errors)
                {
                    var path = error.Where.Length > 0 ? $"{section}.{error.Where}" : section;
                    reader.Reject(path, error.Found, error.Wanted, error.Remedy);
                }

                return null;
            }
        );

    /// <summary>The text of a scalar; null for anything else.</summary>
    public static string? Scalar(HoconValue value) => ScalarForm.TryText(value, out var text) ? text : null;

    /// <summary>The text of a scalar, or of a list of whole numbers as JSON has it; null for anything else.</summary>
    public static string? ScalarOrList(HoconValue value) =>
        Scalar(value)
        ?? (IntegerList.TryRead(value, int.MinValue, int.MaxValue, out var numbers) ? JsonForm.Of(numbers) : null);

    /// <summary>Notes every key of a section that belongs to nobody.</summary>
    public static void Forbid(KeyReader reader, string section, string why, string remedy)
    {
        foreach (var field in reader.Fields(section))
        {
            reader.Reject($"{section}.{field.Key}", "a parameter", why, remedy);
        }
    }
}
