using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Storage.Datasets;

/// <summary>Takes arrays apart into episodes; the first thing that is missing or wrong is kept.</summary>
/// <param name="where">The file, for errors.</param>
/// <param name="arrays">What it holds.</param>
internal sealed class DatasetReading(string where, ImmutableArray<LoadedArray> arrays)
{
    // Whole numbers up to here are floats without loss.
    private const double ExactMax = 1 << 24;
    private const string Remedy = "Make the file again, or correct the array.";
    private Error? _problem;

    public Result<DatasetContent, Error> Content()
    {
        var observations = Required(DatasetArrays.Observations);
        var actions = Required(DatasetArrays.Actions);
        var rows = observations?.RowCount ?? 0;
        if (observations is { RowCount: < 1 or > int.MaxValue } or { RowSize: < 1 } or { Shape.Length: 0 })
        {
            Reject(DatasetArrays.Observations, observations.Form, "at least one row of at least one number");
        }

        if (_problem is null && actions is { } given && (given.RowCount != rows || given.Shape.Length == 0))
        {
            Reject(DatasetArrays.Actions, given.Form, Invariant($"{rows} rows, as many as observations"));
        }

        if (_problem is null && actions is { RowSize: < 1 })
        {
            Reject(DatasetArrays.Actions, actions.Form, "at least one number a row");
        }

        var content = _problem is null ? Read(observations!, actions!) : null;
        return _problem is { } problem
            ? Result.Failure<DatasetContent, Error>(problem)
            : Result.Success<DatasetContent, Error>(content!);
    }

    private DatasetContent? Read(LoadedArray observations, LoadedArray actions)
    {
        var (rows, observationSize, actionSize) = (observations.RowCount, observations.RowSize, actions.RowSize);
        var starts = Optional(DatasetArrays.EpisodeStarts, [rows], NpyType.Boolean);
        var endings = Optional(DatasetArrays.Endings, [rows], NpyType.Byte);
        var means = Optional(DatasetArrays.Means, [rows, actionSize], NpyType.Single, NpyType.Double);
        var rewards = Optional(DatasetArrays.Rewards, [rows], NpyType.Double, NpyType.Single);
        if (starts is not null && starts.Items[0] == 0)
        {
            Reject(DatasetArrays.EpisodeStarts, "false in row 0", "true: the first row begins an episode");
        }

        var lengths = Lengths(starts, (int)rows);
        var finals = Optional(DatasetArrays.FinalObservations, [lengths.Length, observationSize], NpyType.Single);
        var keys = Optional(DatasetArrays.EpisodeKeys, [lengths.Length], NpyType.UInt64);
        var sources = Optional(DatasetArrays.EpisodeSources, [lengths.Length], NpyType.Int64);
        CheckEndings(endings, lengths);
        CheckSources(sources);
        var parts = (
            Observations: Floats(observations),
            Actions: Floats(actions),
            Means: means is null ? [] : Floats(means),
            Rewards: rewards is null ? [] : Doubles(rewards),
            Finals: finals is null ? [] : Floats(finals)
        );
        if (_problem is not null)
        {
            return null;
        }

        var episodes = ImmutableArray.CreateBuilder<DatasetEpisode>(lengths.Length);
        var row = 0;
        foreach (var length in lengths)
        {
            var index = episodes.Count;
            episodes.Add(
                new DatasetEpisode
                {
                    Observations = Rows(parts.Observations, row, length, (int)observationSize),
                    Actions = Rows(parts.Actions, row, length, (int)actionSize),
                    Means = means is null ? [] : Rows(parts.Means, row, length, (int)actionSize),
                    Rewards = rewards is null ? [] : parts.Rewards.Slice(row, length),
                    Ending = endings is null ? Ending.None : (Ending)endings.Items[row + length - 1],
                    FinalObservation = finals is null ? [] : Rows(parts.Finals, index, 1, (int)observationSize),
                    Key = keys is null ? default : new RngKey(keys.As<ulong>()[index]),
                    Source = sources is null ? 0 : (int)sources.As<long>()[index],
                }
            );
            row += length;
        }

        var features = new DatasetFeatures(
            Episodes: starts is not null,
            Means: means is not null,
            Rewards: rewards is not null,
            Endings: endings is not null,
            FinalObservations: finals is not null,
            Keys: keys is not null
        );
        return new((int)observationSize, (int)actionSize, features, episodes.MoveToImmutable());
    }

    private static ImmutableArray<T> Rows<T>(ImmutableArray<T> items, int row, int count, int size) =>
        items.Slice(row * size, count * size);

    private static ImmutableArray<int> Lengths(LoadedArray? starts, int rows)
    {
        if (starts is null)
        {
            return [rows];
        }

        var lengths = ImmutableArray.CreateBuilder<int>();
        var first = 0;
        for (var row = 1; row <= rows; row++)
        {
            if (row == rows || starts.Items[row] != 0)
            {
                lengths.Add(row - first);
                first = row;
            }
        }

        return lengths.ToImmutable();
    }

    private void CheckEndings(LoadedArray? endings, ImmutableArray<int> lengths)
    {
        var row = 0;
        foreach (var length in endings is null ? [] : lengths)
        {
            for (var last = row + length - 1; row <= last; row++)
            {
                var ending = endings!.Items[row];
                if (ending > (byte)Ending.Truncated || (ending != 0 && row < last))
                {
                    Reject(
                        Invariant($"{DatasetArrays.Endings}, row {row}"),
                        Invariant($"{ending}"),
                        "0 within an episode, and 0, 1 (terminated) or 2 (truncated) in its last row"
                    );
                    return;
                }
            }
        }
    }

    private void CheckSources(LoadedArray? sources)
    {
        if (sources is not null && sources.As<long>().ContainsAnyExceptInRange(0L, int.MaxValue))
        {
            Reject(DatasetArrays.EpisodeSources, "a number below 0 or too large", "indices of the sidecar's sources");
        }
    }

    private LoadedArray? Required(string name)
    {
        var array = arrays.FirstOrDefault(array => array.Name == name);
        if (array is null && _problem is null)
        {
            var names = string.Join(", ", arrays.Select(array => array.Name));
            _problem = new(
                where,
                $"no array '{name}' among: {(names.Length > 0 ? names : "none")}",
                $"arrays '{DatasetArrays.Observations}' and '{DatasetArrays.Actions}'",
                $"Save it as numpy.savez(FILE, {DatasetArrays.Observations}=..., {DatasetArrays.Actions}=...)."
            );
        }

        return array;
    }

    private LoadedArray? Optional(string name, ImmutableArray<long> shape, params ReadOnlySpan<NpyType> types)
    {
        var array = arrays.FirstOrDefault(array => array.Name == name);
        if (array is null)
        {
            return null;
        }

        if (
            !types.Contains(array.Type)
            || array.RowCount != shape[0]
            || array.Count != shape.Aggregate((a, b) => a * b)
        )
        {
            Reject(name, array.Form, $"{Npy.NameOf(types[0])} [{string.Join(", ", shape)}]");
        }

        return array;
    }

    private ImmutableArray<float> Floats(LoadedArray array)
    {
        if (array.Type == NpyType.Single)
        {
            return ImmutableCollectionsMarshal.AsImmutableArray(array.As<float>().ToArray());
        }

        var floats = new float[array.Count];
        for (var i = 0; i < floats.Length; i++)
        {
            var value = array[i];
            floats[i] = (float)value;
            if (array.Type != NpyType.Double && Math.Abs(value) > ExactMax)
            {
                Reject(
                    Invariant($"{array.Name}, row {i / array.RowSize}, component {i % array.RowSize}"),
                    Invariant($"{value:R}"),
                    Invariant($"whole numbers from -{ExactMax} to {ExactMax}")
                );
                return [];
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(floats);
    }

    private static ImmutableArray<double> Doubles(LoadedArray array) =>
        array.Type == NpyType.Double
            ? ImmutableCollectionsMarshal.AsImmutableArray(array.As<double>().ToArray())
            : [.. Enumerable.Range(0, array.Count).Select(index => array[index])];

    private void Reject(string place, string found, string wanted) =>
        _problem ??= new($"{where}, {place}", found, wanted, Remedy);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
