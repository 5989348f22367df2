using System.Collections.Immutable;

namespace ActorIL.Storage.Datasets;

/// <summary>Episodes of one environment, all of the same sizes and with the same features.</summary>
/// <param name="ObservationSize">Floats an observation, ≥ 1.</param>
/// <param name="ActionSize">Floats an action, ≥ 1.</param>
/// <param name="Features">What is known of every episode.</param>
/// <param name="Episodes">In order.</param>
public sealed record DatasetContent(
    int ObservationSize,
    int ActionSize,
    DatasetFeatures Features,
    ImmutableArray<DatasetEpisode> Episodes
)
{
    /// <summary>Steps of all episodes.</summary>
    public long RowCount => Episodes.Sum(episode => (long)StepCountOf(episode));

    /// <summary>T of an episode.</summary>
    public int StepCountOf(DatasetEpisode episode) => episode.Actions.Length / ActionSize;

    /// <summary>The row that each episode begins with, in order.</summary>
    public ImmutableArray<long> FirstRows()
    {
        var rows = ImmutableArray.CreateBuilder<long>(Episodes.Length);
        var row = 0L;
        foreach (var episode in Episodes)
        {
            rows.Add(row);
            row += StepCountOf(episode);
        }

        return rows.MoveToImmutable();
    }

    /// <summary>Every observation, shape [n, <see cref="ObservationSize"/>].</summary>
    public ImmutableArray<float> Observations => [.. Episodes.SelectMany(episode => episode.Observations)];

    /// <summary>Every action, shape [n, <see cref="ActionSize"/>].</summary>
    public ImmutableArray<float> Actions => [.. Episodes.SelectMany(episode => episode.Actions)];

    /// <summary>These episodes of it.</summary>
    public DatasetContent Only(IEnumerable<int> episodes) =>
        this with
        {
            Episodes = [.. episodes.Select(index => Episodes[index])],
        };
}
