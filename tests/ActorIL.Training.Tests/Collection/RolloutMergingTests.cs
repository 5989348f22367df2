using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Blocks;
using ActorIL.Training.Collection;

namespace ActorIL.Training.Tests.Collection;

public class RolloutMergingTests
{
    [Fact]
    public void Blocks_stand_side_by_side_at_each_step_and_final_observations_follow_in_that_order()
    {
        // Two steps; the first block has one environment, the second two. Truncations: (t0, b1e1), (t1, b0e0), (t1, b1e0).
        var first = Chunk(0, 1, observations: [1, 4], endings: [0, 2], finals: [14], lasts: [7], expertSteps: 1);
        var second = Chunk(1, 2, observations: [2, 3, 5, 6], endings: [0, 2, 2, 0], finals: [13, 15], lasts: [8, 9], expertSteps: 2);
        var merged = RolloutMerging.Merge([first, second]);
        Assert.Equal([1, 2, 3, 4, 5, 6], merged.Rollout.Observations);
        Assert.Equal([0, 0, 2, 2, 2, 0], merged.Rollout.Endings.Select(ending => (int)ending));
        Assert.Equal([13, 14, 15], merged.Rollout.FinalObservations);
        Assert.Equal([7, 8, 9], merged.Rollout.LastObservations);
        Assert.Equal(3, merged.ExpertStepCount);
        Assert.Equal(3, merged.Rollout.EnvironmentCount);
    }

    private static BlockChunk Chunk(
        int index,
        int environmentCount,
        ImmutableArray<float> observations,
        ImmutableArray<byte> endings,
        ImmutableArray<float> finals,
        ImmutableArray<float> lasts,
        long expertSteps) => new(
            index,
            Sequence: 1,
            new Rollout(environmentCount, 1, 1, observations, observations, observations, endings, finals, lasts),
            new VectorSnapshot("Sample-v0", default, 0, []),
            Returns: [],
            expertSteps);
}
