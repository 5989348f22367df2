using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ActorIL.Cli.EnvironmentViews;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Datasets;

/// <summary>Data sets that are to be learnt from.</summary>
internal static class DatasetUse
{
    private const string Remedy = "`actoril dataset check` says more; give a data set of this environment.";

    /// <summary>
    /// The observations of a data set with their actions as labels; refused where it is of another environment, stored
    /// in another way, damaged, or holds numbers that cannot be. Arrays without a sidecar are taken as raw ones of this
    /// environment.
    /// </summary>
    /// <param name="path">The data set.</param>
    /// <param name="environment">Where the student is to act.</param>
    public static Result<LabelledBatch, Error> Labels(string path, EnvironmentEntry environment) =>
        DatasetFile.Load(path).Then(dataset => Labels(dataset, environment));

    /// <summary>The same of a data set that was read.</summary>
    public static Result<LabelledBatch, Error> Labels(LoadedDataset dataset, EnvironmentEntry environment) =>
        Problem(dataset, environment) is { } problem
            ? Result.Failure<LabelledBatch, Error>(problem)
            : Result.Success<LabelledBatch, Error>(Labels(dataset.Content));

    private static Error? Problem(LoadedDataset dataset, EnvironmentEntry environment)
    {
        var wanted = DemonstrationRecord.SidecarOf(environment);
        var sidecar = dataset.Sidecar ?? wanted;
        var isRaw = sidecar.Preprocessing.Match(none: _ => true, standardized: _ => false, unknown: _ => true);
        return DatasetEnvironment.Difference(sidecar, environment) is { } difference
                ? new(
                    dataset.Path,
                    $"a data set of {difference.What} {difference.Mine}",
                    $"{environment.Id}, with {difference.What} {difference.Theirs}",
                    Remedy
                )
            : !isRaw ? new(dataset.Path, $"observations stored {sidecar.Preprocessing}", "raw observations", Remedy)
            : !ContentClaims.FitsSpaces(dataset.Content, sidecar)
                ? new(
                    dataset.Path,
                    $"rows of {RowPlace.Number(dataset.Content.ObservationSize)} observations and "
                        + $"{RowPlace.Number(dataset.Content.ActionSize)} actions",
                    $"{SpaceView.Short(sidecar.Observations)} and {SpaceView.Short(sidecar.Actions)}, "
                        + $"for {environment.Id}",
                    Remedy
                )
            : Wrong(dataset with { Described = new(sidecar, dataset.ContentHash) });
    }

    private static Error? Wrong(LoadedDataset dataset) =>
        ContentClaims
            .Numbers(dataset)
            .Select(finding => new Error($"{dataset.Path}, {finding.Place}", finding.Found, finding.Wanted, Remedy))
            .FirstOrDefault();

    private static LabelledBatch Labels(DatasetContent content)
    {
        var (observations, actions) = (content.Observations, content.Actions);
        if (!content.Features.Episodes)
        {
            return new(content.ObservationSize, content.ActionSize, observations, actions);
        }

        var (starts, labelled) = (new byte[content.RowCount], new byte[content.RowCount]);
        labelled.AsSpan().Fill(1);
        foreach (var row in content.FirstRows())
        {
            starts[row] = 1;
        }

        return new(
            content.ObservationSize,
            content.ActionSize,
            observations,
            labels: actions,
            actions,
            ImmutableCollectionsMarshal.AsImmutableArray(starts),
            ImmutableCollectionsMarshal.AsImmutableArray(labelled)
        );
    }
}
