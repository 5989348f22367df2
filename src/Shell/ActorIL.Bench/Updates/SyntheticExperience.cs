using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;

namespace ActorIL.Bench.Updates;

/// <summary>Data of the right shapes: what is in them does not change how long learning takes.</summary>
internal static class SyntheticExperience
{
    /// <summary>Steps of environments whose episodes do not end; actions uniform in their space.</summary>
    public static Rollout Rollout(Space observations, Space actions, int stepCount, int environmentCount)
    {
        var count = stepCount * environmentCount;
        return new(
            environmentCount,
            observations.Size,
            actions.Size,
            Observations(observations, count),
            Actions(actions, count),
            [.. Enumerable.Repeat(1f, count)],
            [.. Enumerable.Repeat((byte)Ending.None, count)],
            [],
            Observations(observations, environmentCount)
        );
    }

    /// <summary>Labelled observations.</summary>
    public static LabelledBatch Labels(Space observations, Space actions, int count) =>
        new(observations.Size, actions.Size, Observations(observations, count), Actions(actions, count));

    /// <summary>Normal numbers, shape [count, observation size].</summary>
    public static ImmutableArray<float> Observations(Space observations, int count)
    {
        var values = new float[count * observations.Size];
        NormalDraw.Fill(RngKey.Root(1), values);
        return [.. values];
    }

    private static ImmutableArray<float> Actions(Space actions, int count)
    {
        var values = new float[count * actions.Size];
        new RandomActions(actions, RngKey.Root(2)).Fill(0, values);
        return [.. values];
    }
}
