using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using ActorIL.Core.Hashing;

namespace ActorIL.Storage.Datasets;

/// <summary>The arrays that a data set is on disk: a row a step, or a row an episode.</summary>
/// <remarks>
/// A row a step: observations float32 [n, o], actions [n, a] (int64 for Discrete, float32 otherwise), means float32
/// [n, a], rewards float64 [n], endings uint8 [n] (0 goes on, 1 terminated, 2 truncated), episode_starts bool [n].
/// A row an episode: final_observations float32 [E, o], episode_keys uint64 [E], episode_sources int64 [E].
/// </remarks>
public static class DatasetArrays
{
    public const string Observations = "observations";
    public const string Actions = "actions";
    public const string Means = "means";
    public const string Rewards = "rewards";
    public const string Endings = "endings";
    public const string EpisodeStarts = "episode_starts";
    public const string FinalObservations = "final_observations";
    public const string EpisodeKeys = "episode_keys";
    public const string EpisodeSources = "episode_sources";

    /// <summary>Every name that is read; arrays of other names are left alone.</summary>
    public static ImmutableArray<string> Names { get; } =
    [Observations, Actions, Means, Rewards, Endings, EpisodeStarts, FinalObservations, EpisodeKeys, EpisodeSources];

    /// <summary>The arrays of a content; features that are unknown have none.</summary>
    /// <param name="content">What is to be written.</param>
    /// <param name="isDiscrete">Whether actions are indices.</param>
    public static ImmutableArray<LoadedArray> Of(DatasetContent content, bool isDiscrete)
    {
        var (rows, features) = (content.RowCount, content.Features);
        var (observationSize, actionSize) = (content.ObservationSize, content.ActionSize);
        var arrays = ImmutableArray.CreateBuilder<LoadedArray>();
        arrays.Add(Floats(Observations, rows, observationSize, content.Observations));
        arrays.Add(
            isDiscrete
                ? Of<long>(
                    Actions,
                    NpyType.Int64,
                    [rows, actionSize],
                    [.. content.Actions.Select(action => (long)action)]
                )
                : Floats(Actions, rows, actionSize, content.Actions)
        );
        if (features.Means)
        {
            arrays.Add(Floats(Means, rows, actionSize, content.Episodes.SelectMany(episode => episode.Means)));
        }

        if (features.Rewards)
        {
            double[] rewards = [.. content.Episodes.SelectMany(episode => episode.Rewards)];
            arrays.Add(Of<double>(Rewards, NpyType.Double, [rows], rewards));
        }

        AddEpisodes(arrays, content, rows);
        return arrays.ToImmutable();
    }

    /// <summary>
    /// A hash of every name, type, shape and bit, the order of the arrays aside; sixteen hexadecimal digits.
    /// </summary>
    public static string Hash(ImmutableArray<LoadedArray> arrays)
    {
        var chain = HashChain.Empty.Append((ulong)arrays.Length);
        foreach (var array in arrays.OrderBy(array => array.Name, StringComparer.Ordinal))
        {
            chain = chain.Append(array.Name).Append(Npy.NameOf(array.Type)).Append((ulong)array.Shape.Length);
            foreach (var size in array.Shape)
            {
                chain = chain.Append((ulong)size);
            }

            chain = chain.Append(ContentHash.Of(array.Items.AsSpan()));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{chain}");
    }

    private static void AddEpisodes(ImmutableArray<LoadedArray>.Builder arrays, DatasetContent content, long rows)
    {
        var (features, episodes) = (content.Features, content.Episodes);
        if (features.Endings)
        {
            arrays.Add(new(Endings, NpyType.Byte, [rows], EndingRows(content)));
        }

        if (features.Episodes)
        {
            arrays.Add(new(EpisodeStarts, NpyType.Boolean, [rows], StartRows(content)));
        }

        if (features.FinalObservations)
        {
            var finals = episodes.SelectMany(episode => episode.FinalObservation);
            arrays.Add(Floats(FinalObservations, episodes.Length, content.ObservationSize, finals));
        }

        if (features.Keys)
        {
            ulong[] keys = [.. episodes.Select(episode => episode.Key.Value)];
            arrays.Add(Of<ulong>(EpisodeKeys, NpyType.UInt64, [episodes.Length], keys));
        }

        if (features.Episodes)
        {
            long[] sources = [.. episodes.Select(episode => (long)episode.Source)];
            arrays.Add(Of<long>(EpisodeSources, NpyType.Int64, [episodes.Length], sources));
        }
    }

    private static ImmutableArray<byte> EndingRows(DatasetContent content)
    {
        var endings = new byte[content.RowCount];
        var end = 0;
        foreach (var episode in content.Episodes)
        {
            end += content.StepCountOf(episode);
            endings[end - 1] = (byte)episode.Ending;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(endings);
    }

    private static ImmutableArray<byte> StartRows(DatasetContent content)
    {
        var starts = new byte[content.RowCount];
        foreach (var row in content.FirstRows())
        {
            starts[row] = 1;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(starts);
    }

    private static LoadedArray Floats(string name, long rows, int columns, IEnumerable<float> items) =>
        Of<float>(name, NpyType.Single, [rows, columns], [.. items]);

    private static LoadedArray Of<T>(string name, NpyType type, ImmutableArray<long> shape, ReadOnlySpan<T> items)
        where T : unmanaged => new(name, type, shape, [.. MemoryMarshal.AsBytes(items)]);
}
