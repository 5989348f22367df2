using System.Collections.Immutable;
using System.Text.Json;
using ActorIL.Cli.Traces;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Plugins;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Datasets;

/// <summary>The environment a data set was made in, as this program has it.</summary>
internal static class DatasetEnvironment
{
    /// <summary>
    /// The environment that the first run's configuration describes, else the one of that name; or why there is none.
    /// </summary>
    /// <param name="sidecar">What the data set says of it.</param>
    /// <param name="catalog">What this program has.</param>
    public static Result<EnvironmentEntry, Error> Of(DatasetSidecar sidecar, Catalog catalog) =>
        Configured(sidecar, catalog) is { } entry && entry.Id == sidecar.Environment
            ? Result.Success<EnvironmentEntry, Error>(entry)
            : Find(sidecar.Environment, catalog);

    /// <summary>The environment of a name; where there is none the error says how plug-ins are stated.</summary>
    public static Result<EnvironmentEntry, Error> Find(string name, Catalog catalog) =>
        catalog
            .Environments.Find(name)
            .MapError(static error =>
                error with
                {
                    Wanted = $"{error.Wanted}, or one of a plug-in that is stated with --plugin FILE.dll",
                }
            );

    /// <summary>
    /// How this program's environment differs from the one the sidecar describes; null for not at all.
    /// </summary>
    public static (string What, string Mine, string Theirs)? Difference(
        DatasetSidecar sidecar,
        EnvironmentEntry entry
    ) => sidecar.FirstDifference(DemonstrationRecord.SidecarOf(entry) with { Preprocessing = sidecar.Preprocessing });

    private static EnvironmentEntry? Configured(DatasetSidecar sidecar, Catalog catalog) =>
        sidecar
            .Sources.Select(source => source.Match<string?>(run: run => run.Configuration, import: _ => null))
            .FirstOrDefault(configuration => configuration is not null)
            is { } configuration
            ? ReplayedRun
                .Bind("the sidecar", Lines(configuration), catalog, [])
                .Match<EnvironmentEntry?>(run => run.Plan.Environment, _ => null)
            : null;

    // A line for each key, as a configuration file has them.
    private static string Lines(string configuration)
    {
        using var document = JsonDocument.Parse(configuration);
        ImmutableArray<string> lines =
        [
            .. document.RootElement.EnumerateObject().Select(key => $"actoril.{key.Name} = {key.Value.GetRawText()}"),
        ];
        return string.Join('\n', lines);
    }
}
