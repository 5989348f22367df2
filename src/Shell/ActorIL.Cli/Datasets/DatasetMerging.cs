using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Datasets;

/// <summary>Several data sets as one.</summary>
/// <param name="Sidecar">Of the whole.</param>
/// <param name="Content">All episodes, in the order given.</param>
/// <param name="DroppedCount">Episodes left out because they were there already.</param>
/// <param name="DroppedArrays">Arrays left out because not all had them.</param>
internal sealed record DatasetMerging(
    DatasetSidecar Sidecar,
    DatasetContent Content,
    int DroppedCount,
    ImmutableArray<string> DroppedArrays
)
{
    /// <summary>The whole; parts of other environments, preprocessing or sizes are refused with both named.</summary>
    /// <param name="parts">At least two.</param>
    /// <param name="dropsDuplicates">Whether episodes that are there twice are dropped rather than refused.</param>
    public static Result<DatasetMerging, Error> Of(ImmutableArray<LoadedDataset> parts, bool dropsDuplicates) =>
        Problem(parts) is { } problem ? Result.Failure<DatasetMerging, Error>(problem) : Join(parts, dropsDuplicates);

    private static Error? Problem(ImmutableArray<LoadedDataset> parts)
    {
        foreach (var part in parts)
        {
            if (DatasetWriting.Require(part).Match<Error?>(_ => null, error => error) is { } error)
            {
                return error;
            }

            if (!part.Content.Features.Episodes)
            {
                return new(part.Path, "no episodes", "a data set that says where episodes begin", EpisodesRemedy);
            }

            if (!ContentClaims.FitsSpaces(part.Content, part.Sidecar!))
            {
                return new(part.Path, "other sizes than its spaces'", "a data set that passes its check", Remedy);
            }

            if (parts[0].Sidecar!.FirstDifference(part.Sidecar!) is { } difference)
            {
                return new(
                    $"{parts[0].Path} and {part.Path}",
                    $"{difference.What} {difference.Mine} and {difference.Theirs}",
                    "the same environment and preprocessing",
                    "Merge data sets of one environment, stored in one way."
                );
            }
        }

        return null;
    }

    private const string Remedy = "`actoril dataset check` says what is wrong with it.";
    private const string EpisodesRemedy = "Import it again with --episode-steps, or save episode_starts in it.";

    private static Result<DatasetMerging, Error> Join(ImmutableArray<LoadedDataset> parts, bool dropsDuplicates)
    {
        var sources = ImmutableArray.CreateBuilder<DatasetSource>();
        var episodes = ImmutableArray.CreateBuilder<DatasetEpisode>();
        var owners = new List<(LoadedDataset Part, int Index)>();
        foreach (var part in parts)
        {
            var places = part.Sidecar!.Sources.Select(source => Place(sources, source)).ToArray();
            foreach (var (index, episode) in part.Content.Episodes.Index())
            {
                episodes.Add(episode with { Source = episode.Source < places.Length ? places[episode.Source] : 0 });
                owners.Add((part, index));
            }
        }

        var features = parts.Select(part => part.Content.Features).Aggregate((left, right) => left & right);
        var content = parts[0].Content with { Features = features, Episodes = episodes.ToImmutable() };
        var pairs = ContentClaims.Pairs(content).ToArray();
        if (pairs.Length > 0 && !dropsDuplicates)
        {
            var (earlier, later) = (owners[pairs[0].Earlier], owners[pairs[0].Later]);
            return Result.Failure<DatasetMerging, Error>(
                new(
                    $"{later.Part.Path}, episode {RowPlace.Number(later.Index)}",
                    $"the same steps as {earlier.Part.Path}, episode {RowPlace.Number(earlier.Index)}",
                    "episodes that are there once",
                    $"Add --duplicates drop to leave such episodes out ({RowPlace.Number(pairs.Length)} in all)."
                )
            );
        }

        var dropped = pairs.Select(pair => pair.Later).ToHashSet();
        var kept = content.Only(Enumerable.Range(0, content.Episodes.Length).Where(index => !dropped.Contains(index)));
        return Result.Success<DatasetMerging, Error>(
            new(
                Described(parts, sources.ToImmutable(), dropped.Count),
                kept,
                dropped.Count,
                [.. parts.SelectMany(part => part.Arrays).Select(array => array.Name).Distinct().Except(Names(kept))]
            )
        );
    }

    private static IEnumerable<string> Names(DatasetContent content) =>
        DatasetArrays.Of(content, isDiscrete: false).Select(array => array.Name);

    private static int Place(ImmutableArray<DatasetSource>.Builder sources, DatasetSource source)
    {
        var index = sources.IndexOf(source);
        if (index < 0)
        {
            index = sources.Count;
            sources.Add(source);
        }

        return index;
    }

    private static DatasetSidecar Described(
        ImmutableArray<LoadedDataset> parts,
        ImmutableArray<DatasetSource> sources,
        int droppedCount
    )
    {
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{parts.Length} data sets, {droppedCount} duplicate episodes dropped"
        );
        var merge = new DatasetDerivation("merge", new([.. parts.Select(part => part.ContentHash)]), detail);
        var steps = parts.SelectMany(part => part.Sidecar!.Derivations).Distinct();
        return parts[0].Sidecar! with { Sources = new(sources), Derivations = new([.. steps, merge]) };
    }
}
