using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Configuration;
using ActorIL.Environments.Outside;
using ActorIL.Experiments.Resolved;

namespace ActorIL.Experiments.Binding;

/// <summary>The section environment: which one, and the parameters it has otherwise than shipped.</summary>
internal static class EnvironmentBinding
{
    public const string Name = "environment.name";

    /// <summary>The section whose keys are those of the environment and not of the reference.</summary>
    public const string Parameters = "environment.parameters";

    /// <summary>Another spelling of <see cref="Name"/>.</summary>
    public const string Id = "environment.id";

    /// <summary>The entry, or null where something is wrong.</summary>
    /// <param name="reader">Over semantic keys.</param>
    /// <param name="catalog">Environments by name.</param>
    /// <param name="external">How the program of an environment in another process is run.</param>
    /// <param name="meet">Asks such a program what it serves; null where none is started.</param>
    public static EnvironmentEntry? Read(
        KeyReader reader,
        EnvironmentCatalog catalog,
        ExternalSettings external,
        Func<ExternalSettings, Result<ExternalIdentity, Error>>? meet
    )
    {
        var name = ReadName(reader);
        var outside = new ExternalBinding(reader, meet).Read(name == ExternalBinding.Word, external);
        var whole =
            name == ExternalBinding.Word
                ? outside is null
                    ? null
                    : Configured(reader, outside)
                : name is null
                    ? null
                    : ReadWhole(reader, catalog, name);
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

    /// <summary>The name, by whichever of its two keys it was given; null where something is wrong.</summary>
    private static string? ReadName(KeyReader reader)
    {
        var (name, id) = (reader.Text(Name), reader.Of(KeyKind.Operational).Text(Id));
        if (!reader.IsSound(Name, Id))
        {
            return null;
        }

        // What was typed with the command stands above what a file says, by whichever key.
        var (isNameTyped, isIdTyped) = (reader.IsTyped(Name), reader.IsTyped(Id));
        if (id.Length == 0 || id == name || (isNameTyped && !isIdTyped))
        {
            return name;
        }

        if (!reader.IsDefault(Name) && !(isIdTyped && !isNameTyped))
        {
            reader.Reject(
                Id,
                $"\"{id}\" beside {Name} = \"{name}\"",
                "one name of the environment",
                $"Remove one of the two keys: {Id} is another spelling of {Name}."
            );
            return null;
        }

        reader.Adopt(Name, Id);
        return id;
    }

    private static EnvironmentEntry? ReadWhole(KeyReader reader, EnvironmentCatalog catalog, string name) =>
        catalog
            .Find(name)
            .Match<EnvironmentEntry?>(
                entry => Configured(reader, entry),
                error =>
                {
                    reader.Reject(reader.IsDefault(Id) ? Name : Id, error.Found, error.Wanted, error.Remedy);
                    return null;
                }
            );

    private static EnvironmentEntry? Configured(KeyReader reader, EnvironmentEntry entry) =>
        ParameterBinding.Settings(
            reader,
            Parameters,
            "one value",
            ParameterBinding.Scalar,
            $"`actoril env describe {entry.Id}` lists every parameter."
        )
            is { } settings
            ? ParameterBinding.Accepted(
                reader,
                Parameters,
                entry.Configure(settings),
                static configured => EnvironmentParameters.List(configured.Module)
            )
            : null;
}
