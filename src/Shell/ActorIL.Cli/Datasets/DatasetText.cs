using System.Globalization;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Datasets;

/// <summary>Data sets in a line.</summary>
internal static class DatasetText
{
    /// <summary>Steps, episodes and environment.</summary>
    public static string Of(LoadedDataset dataset) => Of(dataset.Content, dataset.Sidecar?.Environment);

    /// <summary>The same; null for an environment that nobody named.</summary>
    public static string Of(DatasetContent content, string? environment)
    {
        var episodes = content.Features.Episodes
            ? string.Create(CultureInfo.InvariantCulture, $"{content.Episodes.Length} {Episodes(content)}")
            : "episodes unknown";
        var of = environment is null ? "an unknown environment" : environment;
        return string.Create(CultureInfo.InvariantCulture, $"{content.RowCount} steps, {episodes} of {of}");
    }

    private static string Episodes(DatasetContent content) => content.Episodes.Length == 1 ? "episode" : "episodes";
}
