using System.Globalization;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Plugins;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Datasets;

/// <summary>
/// What can be said of a data set by its environment: whether it is the same, and gives the same again.
/// </summary>
internal static class EnvironmentClaims
{
    private const string Same = "the environment is the one this program has, with the same constants and spaces";
    private const string Raw = "observations look as the sidecar says they were stored";
    private const string Again = "episodes run again from their keys and actions, bit for bit";

    // With fewer rows a chance likeness to something normalised would be too common.
    private const int RowCountMin = 50;
    private const double NearMin = 0.05;

    public static IEnumerable<DatasetClaim> Of(LoadedDataset dataset, Catalog catalog)
    {
        var sidecar = dataset.Sidecar;
        if (sidecar is null)
        {
            yield return DatasetClaim.Skip("environment", Same, "no sidecar");
            yield return Preprocessing(dataset, new DatasetPreprocessing.Unknown());
            yield return DatasetClaim.Skip("simulation", Again, "no sidecar");
            yield break;
        }

        var entry = DatasetEnvironment.Of(sidecar, catalog);
        var finding = entry.Match(
            found =>
                DatasetEnvironment.Difference(sidecar, found) is { } difference
                    ? new Finding($"sidecar, {difference.What}", difference.Mine, difference.Theirs)
                    : null,
            error => new Finding("sidecar, environment", error.Found, error.Wanted)
        );
        yield return DatasetClaim.Of("environment", Same, sidecar.Environment, finding is null ? [] : [finding]);
        yield return Preprocessing(dataset, sidecar.Preprocessing);
        yield return Simulation(dataset, sidecar, finding is null ? entry.Match(found => found, _ => null!) : null);
    }

    private static DatasetClaim Preprocessing(LoadedDataset dataset, DatasetPreprocessing preprocessing)
    {
        var observations = dataset.Arrays.First(array => array.Name == DatasetArrays.Observations);
        return observations.RowCount < RowCountMin
            ? DatasetClaim.Skip("preprocessing", Raw, $"fewer than {RowPlace.Number(RowCountMin)} rows")
            : preprocessing.Match(
                none: _ => DatasetClaim.Of("preprocessing", Raw, "raw", Normalized(observations)),
                standardized: _ => DatasetClaim.Of("preprocessing", Raw, "standardized", Unnormalized(observations)),
                unknown: _ =>
                    DatasetClaim.Skip(
                        "preprocessing",
                        Raw,
                        Normalized(observations).FirstOrDefault() is { } finding
                            ? $"unknown; {finding.Found}"
                            : "unknown; the numbers look raw"
                    )
            );
    }

    private static IEnumerable<Finding> Normalized(LoadedArray observations)
    {
        var columns = ColumnStatistics.Of(observations).Where(column => column.Deviation > 0).ToArray();
        if (columns.Length == 0)
        {
            yield break;
        }

        if (columns.All(column => Math.Abs(column.Mean) < NearMin && Math.Abs(column.Deviation - 1) < NearMin))
        {
            yield return Looks("means near 0 and deviations near 1 in every component: standardized");
        }

        if (columns.All(column => column is { Minimum: -1 or 0, Maximum: 1 }))
        {
            yield return Looks("bounds of -1 or 0 and 1 in every component: scaled by their own range");
        }
    }

    private static IEnumerable<Finding> Unnormalized(LoadedArray observations) =>
        ColumnStatistics
            .Of(observations)
            .Where(column => Math.Abs(column.Mean) > 3 || column.Deviation > 10)
            .Take(1)
            .Select(column =>
                Looks(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"a component of mean {column.Mean:G4} and deviation {column.Deviation:G4}: raw"
                    )
                )
            );

    private static Finding Looks(string found) =>
        new(DatasetArrays.Observations, found, "numbers stored as the sidecar says");

    private static DatasetClaim Simulation(LoadedDataset dataset, DatasetSidecar sidecar, EnvironmentEntry? entry)
    {
        var isRaw = sidecar.Preprocessing.Match(none: _ => true, standardized: _ => false, unknown: _ => false);
        var obstacle =
            entry is null ? "another environment"
            : entry.Outside is not null ? "an environment in another process, which is not started for this"
            : !ContentClaims.FitsSpaces(dataset.Content, sidecar) ? "other sizes than the spaces'"
            : !dataset.Content.Features.Keys ? "no keys"
            : !dataset.Content.Features.Rewards ? "no rewards"
            : !isRaw ? "observations are not raw"
            : null;
        return obstacle is null
            ? DatasetClaim.Of(
                "simulation",
                Again,
                $"{RowPlace.Number(dataset.Content.Episodes.Length)} episodes",
                Differences(dataset.Content, entry!)
            )
            : DatasetClaim.Skip("simulation", Again, obstacle);
    }

    private static IEnumerable<Finding> Differences(DatasetContent content, EnvironmentEntry entry)
    {
        var rows = content.FirstRows();
        for (var i = 0; i < rows.Length; i++)
        {
            var (index, episode) = (i, content.Episodes[i]);
            var finding = Replay(entry, episode)
                .Match(
                    replayed => EpisodeComparison.First(content, episode, replayed, index, rows[index]),
                    failure => new Finding(
                        RowPlace.OfStep(DatasetArrays.Actions, rows[index], index, 0),
                        failure,
                        "an episode that can be run again"
                    )
                );
            if (finding is not null)
            {
                yield return finding;
            }
        }
    }

    private static Result<Trajectory, string> Replay(EnvironmentEntry entry, DatasetEpisode episode)
    {
        try
        {
            return Result.Success<Trajectory, string>(EpisodeReplay.Run(entry.Module, episode.Key, episode.Actions));
        }
        catch (EnvironmentFailureException failure)
        {
            return Result.Failure<Trajectory, string>(failure.Message.ReplaceLineEndings(" "));
        }
    }
}
