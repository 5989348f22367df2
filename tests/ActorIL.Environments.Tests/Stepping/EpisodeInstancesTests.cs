using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests.Stepping;

public class EpisodeInstancesTests
{
    private const int Count = 9;

    public static TheoryData<string> Names => [.. EnvironmentCatalog.Shipped.Entries.Select(static entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Some_instances_step_to_the_bits_that_all_of_them_together_do(string name)
    {
        var module = EnvironmentCatalog.Shipped.Find(name).Require().Module;
        var (whole, parts) = (EpisodeInstances.Open(module, Count), EpisodeInstances.Open(module, Count));
        int[] all = [.. Enumerable.Range(0, Count)];
        int[] order = [4, 8, 0, 1, 7, 2, 3, 6, 5];
        var (size, actionSize) = (whole.ObservationSize, whole.ActionSize);
        var keys = all.Select(static row => new RngKey((ulong)row)).ToArray();
        var (seen, other) = (new float[Count * size], new float[Count * size]);
        whole.Reset(all, keys, seen);
        parts.Reset(order, [.. order.Select(row => keys[row])], other);
        Assert.All(order.Index(), pair => Assert.Equal(Row(seen, pair.Item, size), Row(other, pair.Index, size)));

        var (rewards, endings) = (new double[Count], new Ending[Count]);
        var (actions, others) = (new float[Count * actionSize], new float[Count * actionSize]);
        var (reward, ending) = (new double[Count], new Ending[Count]);
        for (var step = 0; step < 5; step++)
        {
            whole.Step(all, actions, seen, rewards, endings);
            parts.Step(
                order.AsSpan(0, 4),
                others.AsSpan(0, 4 * actionSize),
                other.AsSpan(0, 4 * size),
                reward.AsSpan(0, 4),
                ending.AsSpan(0, 4)
            );
            parts.Step(
                order.AsSpan(4),
                others.AsSpan(4 * actionSize),
                other.AsSpan(4 * size),
                reward.AsSpan(4),
                ending.AsSpan(4)
            );
            Assert.All(order.Index(), pair => Assert.Equal(Row(seen, pair.Item, size), Row(other, pair.Index, size)));
            Assert.Equal([.. order.Select(row => rewards[row])], reward);
            Assert.Equal([.. order.Select(row => endings[row])], ending);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_restored_instance_goes_on_as_the_saved_one_did(string name)
    {
        var module = EnvironmentCatalog.Shipped.Find(name).Require().Module;
        var (first, second) = (EpisodeInstances.Open(module, 1), EpisodeInstances.Open(module, 5));
        var (seen, again) = (new float[first.ObservationSize], new float[first.ObservationSize]);
        var (actions, rewards, endings) = (new float[first.ActionSize], new double[1], new Ending[1]);
        first.Reset([0], [new RngKey(3)], seen);
        first.Step([0], actions, seen, rewards, endings);
        Assert.Null(second.Restore(2, first.Snapshot(0).AsSpan()));
        for (var step = 0; step < 5; step++)
        {
            first.Step([0], actions, seen, rewards, endings);
            second.Step([2], actions, again, rewards, endings);
            Assert.Equal(seen, again);
        }

        Assert.NotNull(second.Restore(2, [0xFF, 0xFF]));
    }

    private static float[] Row(float[] numbers, int row, int size) => numbers[(row * size)..((row + 1) * size)];
}
