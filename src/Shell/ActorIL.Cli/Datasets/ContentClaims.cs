using ActorIL.Algorithms.Policies;
using ActorIL.Cli.EnvironmentViews;
using ActorIL.Core.Experience;
using ActorIL.Core.Spaces;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Datasets;

/// <summary>What can be said of the numbers of a data set without its environment.</summary>
internal static class ContentClaims
{
    public static IEnumerable<DatasetClaim> Of(LoadedDataset dataset)
    {
        yield return DatasetClaim.Of("finite", "no number is NaN or infinite", "", NotFinite(dataset));
        var sidecar = dataset.Sidecar;
        yield return sidecar is null
            ? DatasetClaim.Skip("types", "items and sizes are those of the schema and the spaces", "no sidecar")
            : DatasetClaim.Of(
                "types",
                "items and sizes are those of the schema and the spaces",
                $"{SpaceView.Short(sidecar.Observations)} to {SpaceView.Short(sidecar.Actions)}",
                Types(dataset, sidecar)
            );
        yield return sidecar is null || !FitsSpaces(dataset.Content, sidecar)
            ? DatasetClaim.Skip("ranges", "observations and actions lie in their spaces", "no spaces that fit")
            : DatasetClaim.Of("ranges", "observations and actions lie in their spaces", "", Ranges(dataset, sidecar));
        yield return !dataset.Content.Features.Means || sidecar is null || !FitsSpaces(dataset.Content, sidecar)
            ? DatasetClaim.Skip("means", "actions are the means, clipped to the space", "no means")
            : DatasetClaim.Of("means", "actions are the means, clipped to the space", "", Means(dataset, sidecar));
        yield return dataset.Content.Features is { Episodes: true, Endings: true }
            ? DatasetClaim.Of("endings", "every episode ends, or was cut where its source says", "", Endings(dataset))
            : DatasetClaim.Skip("endings", "every episode ends, or was cut where its source says", "no endings");
        yield return dataset.Content.Features.Episodes
            ? DatasetClaim.Of("duplicates", "no episode is there twice", "", Duplicates(dataset.Content))
            : DatasetClaim.Skip("duplicates", "no episode is there twice", "no episodes");
    }

    /// <summary>Numbers that cannot be: not finite, or outside of the sidecar's spaces, which must fit.</summary>
    public static IEnumerable<Finding> Numbers(LoadedDataset dataset) =>
        NotFinite(dataset).Concat(Ranges(dataset, dataset.Sidecar!));

    /// <summary>Numbers that are NaN or infinite.</summary>
    public static IEnumerable<Finding> NotFinite(LoadedDataset dataset) =>
        dataset.Arrays.SelectMany(array => NotFinite(array));

    /// <summary>Whether rows have the sizes of the spaces.</summary>
    public static bool FitsSpaces(DatasetContent content, DatasetSidecar sidecar) =>
        content.ObservationSize == sidecar.Observations.Size && content.ActionSize == sidecar.Actions.Size;

    /// <summary>Pairs of episodes in which the same happened: (earlier, later).</summary>
    public static IEnumerable<(int Earlier, int Later)> Pairs(DatasetContent content)
    {
        var seen = new SortedDictionary<ulong, List<int>>();
        for (var later = 0; later < content.Episodes.Length; later++)
        {
            var episode = content.Episodes[later];
            var hash = EpisodeHash.Of(episode);
            if (!seen.TryGetValue(hash, out var alike))
            {
                seen.Add(hash, alike = []);
            }

            foreach (var earlier in alike.Where(index => content.Episodes[index].HasSameSteps(episode)).Take(1))
            {
                yield return (earlier, later);
            }

            alike.Add(later);
        }
    }

    private static IEnumerable<Finding> NotFinite(LoadedArray array)
    {
        for (var i = 0; i < array.Count && array.Type is NpyType.Single or NpyType.Double; i++)
        {
            if (!double.IsFinite(array[i]))
            {
                var place = RowPlace.Of(array.Name, i / array.RowSize, i % array.RowSize);
                yield return new(place, array.Text(i), "a finite number");
            }
        }
    }

    private static IEnumerable<Finding> Types(LoadedDataset dataset, DatasetSidecar sidecar)
    {
        var content = dataset.Content;
        if (content.ObservationSize != sidecar.Observations.Size)
        {
            yield return Size(DatasetArrays.Observations, content.ObservationSize, sidecar.Observations);
        }

        if (content.ActionSize != sidecar.Actions.Size)
        {
            yield return Size(DatasetArrays.Actions, content.ActionSize, sidecar.Actions);
        }

        var isDiscrete = sidecar.Actions.Match(discrete: _ => true, box: _ => false, product: _ => false);
        var wanted = DatasetArrays.Of(content, isDiscrete);
        foreach (var array in dataset.Arrays)
        {
            if (wanted.FirstOrDefault(other => other.Name == array.Name) is { } right && right.Form != array.Form)
            {
                yield return new(array.Name, array.Form, right.Form);
            }
        }

        var last = content.Episodes.Max(episode => episode.Source);
        if (last >= sidecar.Sources.Count)
        {
            yield return new(
                DatasetArrays.EpisodeSources,
                $"source {RowPlace.Number(last)}",
                $"one of the sidecar's {RowPlace.Number(sidecar.Sources.Count)}"
            );
        }
    }

    private static Finding Size(string array, int found, Space wanted) =>
        new(
            array,
            $"rows of {RowPlace.Number(found)}",
            $"{RowPlace.Number(wanted.Size)}, for {SpaceView.Short(wanted)}"
        );

    private static IEnumerable<Finding> Ranges(LoadedDataset dataset, DatasetSidecar sidecar) =>
        Outside(DatasetArrays.Observations, dataset.Content.Observations, sidecar.Observations)
            .Concat(Outside(DatasetArrays.Actions, dataset.Content.Actions, sidecar.Actions));

    private static IEnumerable<Finding> Outside(
        string array,
        System.Collections.Immutable.ImmutableArray<float> items,
        Space space
    )
    {
        for (var row = 0; row < items.Length / space.Size; row++)
        {
            var element = items.AsSpan(row * space.Size, space.Size);
            if (!space.Contains(element))
            {
                yield return OutsideOf(array, row, element, space);
            }
        }
    }

    private static Finding OutsideOf(string array, int row, ReadOnlySpan<float> element, Space space)
    {
        var values = element.ToArray();
        return space.Match(
            discrete: discrete => new Finding(
                RowPlace.Of(array, row),
                RowPlace.Number(values[0]),
                $"a whole number from 0 to {RowPlace.Number(discrete.Count - 1)}"
            ),
            box: box =>
            {
                var component = 0;
                while (values[component] >= box.Low[component] && values[component] <= box.High[component])
                {
                    component++;
                }

                return new Finding(
                    RowPlace.Of(array, row, component),
                    RowPlace.Number(values[component]),
                    $"{RowPlace.Number(box.Low[component])} to {RowPlace.Number(box.High[component])}"
                );
            },
            product: _ => new Finding(RowPlace.Of(array, row), RowPlace.Numbers(values), $"an element of {space}")
        );
    }

    private static IEnumerable<Finding> Means(LoadedDataset dataset, DatasetSidecar sidecar)
    {
        var row = 0;
        foreach (var episode in dataset.Content.Episodes)
        {
            var clipped = episode.Means.ToArray();
            ActionClipping.Clip(sidecar.Actions, clipped);
            for (var i = 0; i < clipped.Length; i++)
            {
                if (!SameBits.Of<float>([clipped[i]], [episode.Actions[i]]))
                {
                    var size = dataset.Content.ActionSize;
                    yield return new(
                        RowPlace.Of(DatasetArrays.Actions, row + (i / size), i % size),
                        RowPlace.Number(episode.Actions[i]),
                        $"{RowPlace.Number(clipped[i])}, the mean {RowPlace.Number(episode.Means[i])} clipped"
                    );
                }
            }

            row += dataset.Content.StepCountOf(episode);
        }
    }

    private static IEnumerable<Finding> Endings(LoadedDataset dataset)
    {
        var rows = dataset.Content.FirstRows();
        for (var i = 0; i < rows.Length; i++)
        {
            var episode = dataset.Content.Episodes[i];
            var steps = dataset.Content.StepCountOf(episode);
            var most = StepsMax(dataset, episode.Source);
            if (episode.Ending == Ending.None && most is { } wanted && steps != wanted)
            {
                yield return new(
                    RowPlace.OfStep(DatasetArrays.Endings, rows[i] + steps - 1, i, steps - 1),
                    "0: the episode goes on",
                    wanted == int.MaxValue
                        ? "1 (terminated) or 2 (truncated)"
                        : $"1, 2, or {RowPlace.Number(wanted)} steps, where its source cut episodes"
                );
            }
        }
    }

    // Null where the source does not say; endless for whole episodes.
    private static int? StepsMax(LoadedDataset dataset, int source) =>
        dataset.Sidecar is { } sidecar && source < sidecar.Sources.Count
            ? sidecar.Sources[source].Match<int?>(run: run => run.StepsMax ?? int.MaxValue, import: _ => null)
            : null;

    private static IEnumerable<Finding> Duplicates(DatasetContent content)
    {
        var rows = content.FirstRows();
        return Pairs(content)
            .Select(pair => new Finding(
                RowPlace.OfStep(DatasetArrays.Observations, rows[pair.Later], pair.Later, 0),
                $"the same {RowPlace.Number(content.StepCountOf(content.Episodes[pair.Later]))} steps as episode "
                    + RowPlace.Number(pair.Earlier),
                "an episode of its own"
            ));
    }
}
