using System.Collections.Immutable;
using System.Security.Cryptography;
using ActorIL.Algorithms.Policies;
using ActorIL.Cli.EnvironmentViews;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;
using ActorIL.Environments;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Datasets;

/// <summary>`actoril dataset import`: arrays from elsewhere as a data set that says what is not known of it.</summary>
internal static class ImportSession
{
    public static ExitCode Run(Terminal terminal, ImportRequest request) =>
        DatasetWriting
            .Check(request.Target)
            .Then(_ => DatasetEnvironment.Find(request.Environment, terminal.Catalog))
            .Then(entry =>
                DatasetFile
                    .Open(request.File)
                    .Then(dataset => Fit(dataset, entry).Then(_ => Import(dataset, entry, request)))
            )
            .Then(record => DatasetWriting.Save(request.Target, record.Sidecar, record.Content).Map(_ => record))
            .Then(record => DatasetFile.Load(request.Target))
            .Match(
                dataset =>
                {
                    Write(terminal, request, dataset);
                    return ExitCode.Success;
                },
                error => terminal.Fail(error)
            );

    private static Result<LoadedDataset, Error> Fit(LoadedDataset dataset, EnvironmentEntry entry)
    {
        var (observations, actions) = (entry.Module.Observations, entry.Module.Actions);
        return dataset.Sidecar is not null
                ? Failure(
                    DatasetFile.SidecarOf(dataset.Path),
                    "a sidecar: the data set is one already",
                    "arrays from elsewhere",
                    "Use it as it is."
                )
            : dataset.Content.ObservationSize != observations.Size
                ? Failure(
                    $"{dataset.Path}, {DatasetArrays.Observations}",
                    $"rows of {RowPlace.Number(dataset.Content.ObservationSize)}",
                    $"{RowPlace.Number(observations.Size)}, for {SpaceView.Short(observations)} of {entry.Id}",
                    "Name the environment it comes from."
                )
            : dataset.Content.ActionSize != actions.Size
                ? Failure(
                    $"{dataset.Path}, {DatasetArrays.Actions}",
                    $"rows of {RowPlace.Number(dataset.Content.ActionSize)}",
                    $"{RowPlace.Number(actions.Size)}, for {SpaceView.Short(actions)} of {entry.Id}",
                    "Name the environment it comes from."
                )
            : actions.Match(discrete: _ => true, box: _ => false, product: _ => false)
            && dataset.Content.Actions.FirstOrDefault(action => action != MathF.Floor(action)) is var broken and not 0
                ? Failure(
                    $"{dataset.Path}, {DatasetArrays.Actions}",
                    RowPlace.Number(broken),
                    $"whole numbers, for {SpaceView.Short(actions)} of {entry.Id}",
                    "Name the environment it comes from."
                )
            : ContentClaims.NotFinite(dataset).FirstOrDefault() is { } finding
                ? Failure(
                    $"{dataset.Path}, {finding.Place}",
                    finding.Found,
                    finding.Wanted,
                    "Leave such episodes out before the arrays are saved."
                )
            : Result.Success<LoadedDataset, Error>(dataset);
    }

    private static Result<DemonstrationRecord, Error> Import(
        LoadedDataset dataset,
        EnvironmentEntry entry,
        ImportRequest request
    ) =>
        Episodes(dataset, request.EpisodeSteps)
            .Map(content => request.Clips ? Clipped(content, entry.Module.Actions) : content)
            .Map(content => new DemonstrationRecord(
                DemonstrationRecord.SidecarOf(entry) with
                {
                    Preprocessing = request.IsRaw
                        ? new DatasetPreprocessing.None()
                        : new DatasetPreprocessing.Unknown(),
                    Sources = [new DatasetSource.Import(Path.GetFileName(request.File), HashOf(request.File))],
                    Derivations =
                    [
                        new DatasetDerivation("import", [dataset.ContentHash], $"as {entry.Id}{Choices(request)}"),
                    ],
                },
                content
            ));

    private static Result<DatasetContent, Error> Episodes(LoadedDataset dataset, int? steps)
    {
        var content = dataset.Content;
        if (steps is not { } length)
        {
            return Result.Success<DatasetContent, Error>(content);
        }

        if (content.Features.Episodes || content.RowCount % length != 0)
        {
            return Result.Failure<DatasetContent, Error>(
                new(
                    dataset.Path,
                    content.Features.Episodes
                        ? $"its own {DatasetArrays.EpisodeStarts}"
                        : $"{RowPlace.Number(content.RowCount)} rows",
                    $"rows without episodes, a multiple of {RowPlace.Number(length)}",
                    "Leave --episode-steps out, or correct it."
                )
            );
        }

        var whole = content.Episodes[0];
        var count = (int)(content.RowCount / length);
        return Result.Success<DatasetContent, Error>(
            content with
            {
                Features = content.Features with { Episodes = true },
                Episodes = [.. Enumerable.Range(0, count).Select(index => Part(content, whole, index, length))],
            }
        );
    }

    private static DatasetEpisode Part(DatasetContent content, DatasetEpisode whole, int index, int length)
    {
        return new()
        {
            Observations = Rows(whole.Observations, content.ObservationSize),
            Actions = Rows(whole.Actions, content.ActionSize),
            Means = Rows(whole.Means, content.ActionSize),
            Rewards = Rows(whole.Rewards, 1),
        };

        ImmutableArray<T> Rows<T>(ImmutableArray<T> items, int size) =>
            items.IsEmpty ? items : items.Slice(index * length * size, length * size);
    }

    private static DatasetContent Clipped(DatasetContent content, Space actions) =>
        content with
        {
            Features = content.Features with { Means = true },
            Episodes =
            [
                .. content.Episodes.Select(episode =>
                {
                    var clipped = episode.Actions.ToArray();
                    ActionClipping.Clip(actions, clipped);
                    return episode with { Actions = [.. clipped], Means = episode.Actions };
                }),
            ],
        };

    private static string Choices(ImportRequest request) =>
        (request.EpisodeSteps is { } steps ? $", episodes of {RowPlace.Number(steps)} steps" : "")
        + (request.IsRaw ? ", observations said to be raw" : "")
        + (request.Clips ? ", actions clipped to the space" : "");

    private static void Write(Terminal terminal, ImportRequest request, LoadedDataset dataset)
    {
        var missing = InfoSession.Missing(dataset);
        if (request.IsJson)
        {
            terminal.WriteJson(writer =>
            {
                writer.WriteString("path", request.Target);
                writer.WriteNumber("steps", dataset.Content.RowCount);
                writer.WriteStartArray("missing");
                foreach (var name in missing)
                {
                    writer.WriteStringValue(name);
                }

                writer.WriteEndArray();
            });
            return;
        }

        DatasetWriting.Tell(terminal, request.Target, dataset.Sidecar!, dataset.Content);
        terminal.Out.Write($"  unknown: {string.Join(", ", missing)}\n");
        terminal.Out.Flush();
    }

    private static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static Result<LoadedDataset, Error> Failure(string where, string found, string wanted, string remedy) =>
        Result.Failure<LoadedDataset, Error>(new(where, found, wanted, remedy));
}
