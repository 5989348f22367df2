using ActorIL.Core.Experience;

namespace ActorIL.Algorithms.Policies;

/// <summary>What a student would have seen of recorded steps.</summary>
public static class ViewFeatures
{
    /// <summary>
    /// The features of every row, in order: with a memory that starts anew with each episode and holds what was
    /// executed.
    /// </summary>
    /// <param name="policy">Whose view.</param>
    /// <param name="data">Recorded steps; with episodes where the view remembers.</param>
    /// <returns>Shape [n, features]; the observations themselves for a view of everything.</returns>
    /// <exception cref="ArgumentException">The view remembers, and the episodes are not known.</exception>
    public static ReadOnlyMemory<float> Of(PolicyArchitecture policy, LabelledBatch data)
    {
        var view = policy.Model.View;
        if (view.IsFull)
        {
            return data.Observations.AsMemory();
        }

        var memory = new float[policy.ViewMemorySize];
        if (memory.Length > 0 && !data.HasEpisodes)
        {
            throw new ArgumentException("A view that remembers wants rows whose episodes are known.");
        }

        var features = new float[data.Count * policy.FeatureCount];
        for (var row = 0; row < data.Count; row++)
        {
            if (memory.Length > 0 && data.Starts[row] != 0)
            {
                Array.Clear(memory);
            }

            view.See(
                data.Observations.AsSpan().Slice(row * data.ObservationSize, data.ObservationSize),
                data.ActionSize,
                memory,
                features.AsSpan(row * policy.FeatureCount, policy.FeatureCount)
            );
            if (memory.Length > 0)
            {
                view.Remember(data.Actions.AsSpan().Slice(row * data.ActionSize, data.ActionSize), memory);
            }
        }

        return features;
    }
}
