using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Configuration;
using ActorIL.Hocon;

namespace ActorIL.Experiments.Binding;

/// <summary>The section environment: which one, and the parameters it has otherwise than shipped.</summary>
internal static class EnvironmentBinding
{
    public const string Name = "environment.name";

    /// <summary>The section whose keys are those of the environment and not of the reference.</summary>
    public const string Parameters = "environment.parameters";

    /// <summary>The entry, or null where something is wrong.</summary>
    public static EnvironmentEntry? Read(KeyReader reader, EnvironmentCatalog catalog)
    {
        var whole = ReadWhole(reader, catalog);
        var view = ViewBinding.Read(reader, "environment.view");
        return whole
            ?.SeenBy(view)
            .Match<EnvironmentEntry?>(
                entry => entry,
                error =>
                {
                    reader.Reject("environment.view.components", error.Found, error.Wanted, error.Remedy);
                    return null;
                }
            );
    }

    private static EnvironmentEntry? ReadWhole(KeyReader reader, EnvironmentCatalog catalog)
    {
        var name = reader.Text(Name);
        return !reader.IsSound(Name)
            ? null
            : catalog
                .Find(name)
                .Match<EnvironmentEntry?>(
                    entry => Configured(reader, entry),
                    error =>
                    {
                        reader.Reject(Name, error.Found, error.Wanted, error.Remedy);
                        return null;
                    }
                );
    }

    private static EnvironmentEntry? Configured(KeyReader reader, EnvironmentEntry entry)
    {
        var fields = reader.Fields(Parameters);
        var settings = ImmutableArray.CreateBuilder<ParameterSetting>(fields.Length);
        foreach (var field in fields)
        {
            if (ScalarForm.TryText(field.Value, out var text))
            {
                settings.Add(new(field.Key, text) { Shown = FoundText.Of(field.Value) });
            }
            else
            {
                reader.Reject(
                    $"{Parameters}.{field.Key}",
                    FoundText.Of(field.Value),
                    "one value",
                    $"`actoril env describe {entry.Id}` lists every parameter."
                );
            }
        }

        return settings.Count < fields.Length
            ? null
            : entry
                .Configure(settings.ToImmutable())
                .Match<EnvironmentEntry?>(
                    configured => Accepted(reader, configured, fields),
                    errors => Rejected(reader, errors)
                );
    }

    private static EnvironmentEntry Accepted(
        KeyReader reader,
        EnvironmentEntry entry,
        ImmutableArray<HoconField> fields
    )
    {
        var values = EnvironmentParameters.List(entry.Module);
        foreach (var field in fields)
        {
            reader.Accept($"{Parameters}.{field.Key}", values.Single(value => value.Name == field.Key).Json);
        }

        return entry;
    }

    private static EnvironmentEntry? Rejected(KeyReader reader, ImmutableArray<Error> errors)
    {
        foreach (var error in errors)
        {
            var path = error.Where.Length > 0 ? $"{Parameters}.{error.Where}" : Parameters;
            reader.Reject(path, error.Found, error.Wanted, error.Remedy);
        }

        return null;
    }
}
