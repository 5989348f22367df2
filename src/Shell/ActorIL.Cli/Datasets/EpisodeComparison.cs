using ActorIL.Core.Experience;
using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Datasets;

/// <summary>Holds an episode against what its environment gives for its key and actions.</summary>
internal static class EpisodeComparison
{
    /// <summary>The first thing that differs, step by step; null where nothing does.</summary>
    /// <param name="content">The data set.</param>
    /// <param name="episode">The episode.</param>
    /// <param name="replayed">What the environment gives.</param>
    /// <param name="index">The episode's place in the data set.</param>
    /// <param name="row">Its first row.</param>
    public static Finding? First(
        DatasetContent content,
        DatasetEpisode episode,
        Trajectory replayed,
        int index,
        long row
    )
    {
        var (steps, size) = (content.StepCountOf(episode), content.ObservationSize);
        for (var step = 0; step < steps; step++)
        {
            if (step >= replayed.StepCount)
            {
                return Place(
                    DatasetArrays.Endings,
                    step - 1,
                    "0: the episode goes on",
                    $"{RowPlace.Number((byte)replayed.Ending)}: the simulated one ends here"
                );
            }

            for (var i = step * size; i < (step + 1) * size; i++)
            {
                if (!SameBits.Of<float>([episode.Observations[i]], [replayed.Observations[i]]))
                {
                    return Observation(step, i % size, episode.Observations[i], replayed.Observations[i]);
                }
            }

            if (!SameBits.Of<double>([episode.Rewards[step]], [replayed.Rewards[step]]))
            {
                var (found, wanted) = (episode.Rewards[step], replayed.Rewards[step]);
                return Place(
                    DatasetArrays.Rewards,
                    step,
                    RowPlace.Number(found),
                    $"{RowPlace.Number(wanted)}, as simulated"
                );
            }
        }

        return content.Features.Endings && episode.Ending != replayed.Ending
                ? Place(
                    DatasetArrays.Endings,
                    steps - 1,
                    RowPlace.Number((byte)episode.Ending),
                    $"{RowPlace.Number((byte)replayed.Ending)}, as simulated"
                )
            : content.Features.FinalObservations
            && !SameBits.Of(episode.FinalObservation.AsSpan(), replayed.Observations.AsSpan()[^size..])
                ? new Finding(
                    RowPlace.Of(DatasetArrays.FinalObservations, index),
                    RowPlace.Numbers(episode.FinalObservation.AsSpan()),
                    $"{RowPlace.Numbers(replayed.Observations.AsSpan()[^size..])}, as simulated"
                )
            : null;

        Finding Observation(int step, int component, float found, float wanted) =>
            new(
                $"{RowPlace.OfStep(DatasetArrays.Observations, row + step, index, step)}, component "
                    + RowPlace.Number(component),
                RowPlace.Number(found),
                $"{RowPlace.Number(wanted)}, as simulated"
            );

        Finding Place(string array, int step, string found, string wanted) =>
            new(RowPlace.OfStep(array, row + step, index, step), found, wanted);
    }
}
