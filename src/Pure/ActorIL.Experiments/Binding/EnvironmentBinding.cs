using ActorIL.Environments;
using ActorIL.Environments.Configuration;

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
