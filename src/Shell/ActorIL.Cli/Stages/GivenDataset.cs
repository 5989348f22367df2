using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Configuration;
using ActorIL.Experiments;
using ActorIL.Experiments.Inputs;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Stages;

/// <summary>The data set that `bc` is given.</summary>
internal static class GivenDataset
{
    private const string Flag = "--demo-path";

    /// <summary>The data set, in its own environment where nobody says otherwise.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ownEnvironment">Whether the data set says which environment it is.</param>
    /// <param name="environments">Those this program has.</param>
    public static Result<ImmutableArray<ConfigurationOverride>, Error> Of(
        string path,
        bool ownEnvironment,
        EnvironmentCatalog environments
    )
    {
        var file = StagePlans.File(InputRole.Demonstrations, path, $"{Flag} {path}");
        return ownEnvironment
            ? DatasetFile
                .Open(path)
                .Then(dataset => Environment(dataset, $"{Flag} {path}", environments))
                .Map(file.AddRange)
            : Result.Success<ImmutableArray<ConfigurationOverride>, Error>(file);
    }

    private static Result<ImmutableArray<ConfigurationOverride>, Error> Environment(
        LoadedDataset dataset,
        string source,
        EnvironmentCatalog environments
    ) =>
        dataset.Sidecar is { } sidecar
            ? environments
                .Find(sidecar.Environment)
                .MapError(error => error with { Where = DatasetFile.SidecarOf(dataset.Path) })
                .Map(entry => Overrides(sidecar, entry, source))
            : Result.Failure<ImmutableArray<ConfigurationOverride>, Error>(
                new(
                    dataset.Path,
                    $"no {Path.GetFileName(DatasetFile.SidecarOf(dataset.Path))} beside it",
                    "a data set that says which environment it is of",
                    $"Say it with {SettingTable.Environment.Name}, or make a sidecar with `actoril dataset import`."
                )
            );

    /// <summary>The environment with the parameters that it has otherwise than shipped.</summary>
    private static ImmutableArray<ConfigurationOverride> Overrides(
        DatasetSidecar sidecar,
        EnvironmentEntry entry,
        string source
    ) =>
        [
            ConfigurationOverride.OfText(SettingTable.Environment.Key, sidecar.Environment, source),
            .. from parameter in EnvironmentParameters.List(entry.Module)
            let value = sidecar.Parameters.GetValueOrDefault(parameter.Name, parameter.Json)
            where value != parameter.Json
            select new ConfigurationOverride($"environment.parameters.{parameter.Name}={value}", source),
        ];
}
