using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ActorIL.Cli.EnvironmentViews;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Experience;
using ActorIL.Storage.Datasets;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.Datasets;

/// <summary>`actoril dataset info`: what a data set is, and what nobody knows of it.</summary>
internal static class InfoSession
{
    public static ExitCode Run(Terminal terminal, string path, bool isJson) =>
        DatasetFile
            .Open(path)
            .Match(
                dataset =>
                {
                    if (isJson)
                    {
                        terminal.WriteJson(writer => WriteJson(writer, dataset));
                    }
                    else
                    {
                        terminal.Out.Write(Text(dataset));
                        terminal.Out.Flush();
                    }

                    return ExitCode.Success;
                },
                error => terminal.Fail(error)
            );

    /// <summary>What nobody knows of a data set: names of arrays and of what a sidecar says.</summary>
    public static ImmutableArray<string> Missing(LoadedDataset dataset) =>
        [
            .. dataset.Content.Features.Missing(),
            .. dataset.Sidecar is null ? (string[])["environment", "preprocessing"]
            : IsUnknown(dataset.Sidecar.Preprocessing) ? ["preprocessing"]
            : [],
            .. dataset.Sidecar is null || dataset.Sidecar.Sources.Any(IsImport)
                ? (string[])["policy", "seeds", "configuration", "code version"]
                : [],
        ];

    /// <summary>Returns of all episodes; none where rewards or episodes are unknown.</summary>
    public static ImmutableArray<double> Returns(DatasetContent content) =>
        content.Features is { Episodes: true, Rewards: true }
            ? [.. content.Episodes.Select(episode => episode.Rewards.Sum())]
            : [];

    private static string Text(LoadedDataset dataset)
    {
        var lines = new List<string> { $"{dataset.Path}: {DatasetText.Of(dataset)}", $"  hash {dataset.ContentHash}" };
        if (dataset.Sidecar is { } sidecar)
        {
            lines.Add($"  observations {SpaceView.Short(sidecar.Observations)}, stored {Word(sidecar.Preprocessing)}");
            lines.Add($"  actions {SpaceView.Short(sidecar.Actions)}");
            lines.AddRange(sidecar.Sources.Select((source, index) => $"  source {index}: {Sentence(source)}"));
            lines.AddRange(sidecar.Derivations.Select(step => $"  then {step.Verb}: {step.Detail}"));
        }

        if (Returns(dataset.Content) is { IsEmpty: false } returns)
        {
            lines.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  returns {returns.Average():G6} on average, {returns.Min():G6} to {returns.Max():G6}; "
                        + $"{Count(dataset, Ending.Terminated)} terminated, "
                        + $"{Count(dataset, Ending.Truncated)} truncated, {Count(dataset, Ending.None)} cut"
                )
            );
        }

        if (Missing(dataset) is { IsEmpty: false } missing)
        {
            lines.Add($"  unknown: {string.Join(", ", missing)}");
        }

        return string.Join('\n', lines) + "\n" + Table(dataset);
    }

    private static string Table(LoadedDataset dataset) =>
        TextTable.Render(
            ["array", "component", "type", "shape", "mean", "deviation", "minimum", "maximum"],
            [.. dataset.Arrays.SelectMany(Rows)]
        );

    // Names and flags have no mean worth showing, and many components are more than a table takes.
    private static IEnumerable<IReadOnlyList<string>> Rows(LoadedArray array)
    {
        var shape = $"[{string.Join(", ", array.Shape)}]";
        var name = Npy.NameOf(array.Type);
        return array.Name is DatasetArrays.EpisodeKeys or DatasetArrays.EpisodeSources || array.RowSize is < 1 or > 16
            ?
            [
                [array.Name, "-", name, shape, "-", "-", "-", "-"],
            ]
            : ColumnStatistics
                .Of(array)
                .Select(
                    (column, index) =>
                        (IReadOnlyList<string>)
                            [
                                array.Name,
                                Invariant($"{index}"),
                                name,
                                shape,
                                Invariant($"{column.Mean:G6}"),
                                Invariant($"{column.Deviation:G6}"),
                                Invariant($"{column.Minimum:G6}"),
                                Invariant($"{column.Maximum:G6}"),
                            ]
                );
    }

    private static string Sentence(DatasetSource source) =>
        source.Match(
            run: run =>
                Invariant(
                    $"run of seed {run.Seed}, {run.EpisodeCount} episodes from key {run.Key}, policy {run.Policy}"
                )
                + (run.PolicyDigest.Length > 0 ? $" ({run.PolicyDigest})" : "")
                + (run.StepsMax is { } most ? Invariant($", cut after {most} steps") : "")
                + $", configuration {run.ConfigurationHash}, program {run.CodeVersion}",
            import: import => $"imported from {import.File} (SHA-256 {import.FileHash})"
        );

    private static void WriteJson(Utf8JsonWriter writer, LoadedDataset dataset)
    {
        var returns = Returns(dataset.Content);
        writer.WriteString("path", dataset.Path);
        writer.WriteString("environment", dataset.Sidecar?.Environment);
        writer.WriteString("content_hash", dataset.ContentHash);
        writer.WriteNumber("steps", dataset.Content.RowCount);
        if (dataset.Content.Features.Episodes)
        {
            writer.WriteNumber("episodes", dataset.Content.Episodes.Length);
        }
        else
        {
            writer.WriteNull("episodes");
        }

        writer.WriteString("preprocessing", Word(dataset.Sidecar?.Preprocessing ?? new DatasetPreprocessing.Unknown()));
        writer.WriteFinite("return_mean", returns.IsEmpty ? double.NaN : returns.Average());
        writer.WriteFinite("return_minimum", returns.IsEmpty ? double.NaN : returns.Min());
        writer.WriteFinite("return_maximum", returns.IsEmpty ? double.NaN : returns.Max());
        ArrayJson.Write(writer, dataset.Arrays.Select(static array => (array.Name, array.Type, array.Shape)));
        WriteTexts(writer, "sources", dataset.Sidecar?.Sources.Select(Sentence) ?? []);
        WriteTexts(
            writer,
            "derivations",
            dataset.Sidecar?.Derivations.Select(step => $"{step.Verb}: {step.Detail}") ?? []
        );
        WriteTexts(writer, "missing", Missing(dataset));
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static int Count(LoadedDataset dataset, Ending ending) =>
        dataset.Content.Episodes.Count(episode => episode.Ending == ending);

    private static string Word(DatasetPreprocessing preprocessing) =>
        preprocessing.Match(none: _ => "raw", standardized: _ => "standardized", unknown: _ => "unknown");

    private static bool IsUnknown(DatasetPreprocessing preprocessing) =>
        preprocessing.Match(none: _ => false, standardized: _ => false, unknown: _ => true);

    private static bool IsImport(DatasetSource source) => source.Match(run: _ => false, import: _ => true);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
