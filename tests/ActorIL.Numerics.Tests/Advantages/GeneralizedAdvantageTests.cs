using ActorIL.Core.Experience;
using ActorIL.Numerics.Advantages;
using ActorIL.Testing;

namespace ActorIL.Numerics.Tests.Advantages;

public sealed class GeneralizedAdvantageTests
{
    private static readonly GeneralizedAdvantageSettings Halves = new(Discount: 0.5f, Lambda: 0.5f);

    /// <summary>
    /// Worked by hand with γ = λ = 1/2, so that every number is exact. Six steps: the second is truncated in a state
    /// worth 8, the fourth terminates, the rollout is cut after the sixth before a state worth 4.
    /// <code>
    /// t  r  V  V'              δ = r + V'/2 - V   Â = δ + Â'/4
    /// 5  1  2  4 (cut)         1 + 2 - 2 =  1     1
    /// 4  0  6  2               0 + 1 - 6 = -5     -5 + 1/4 = -4.75
    /// 3  2  4  none            2 - 4     = -2     -2            (terminated: no bootstrap, no later steps)
    /// 2  1  1  4               1 + 2 - 1 =  2     2 - 2/4 = 1.5
    /// 1  3  2  8 (final)       3 + 4 - 2 =  5     5             (truncated: bootstraps, no later steps)
    /// 0  1  4  2               1 + 1 - 4 = -2     -2 + 5/4 = -0.75
    /// </code>
    /// </summary>
    [Fact]
    public void Truncation_bootstraps_once_termination_never_and_a_cut_from_what_comes_next()
    {
        float[] rewards = [1f, 3f, 1f, 2f, 0f, 1f];
        float[] values = [4f, 2f, 1f, 4f, 6f, 2f];
        var endings = new byte[6];
        endings[1] = (byte)Ending.Truncated;
        endings[3] = (byte)Ending.Terminated;
        var (advantages, returns) = Estimate(1, rewards, endings, values, finalValues: [8f], lastValues: [4f]);
        Assert.Equal([-0.75f, 5f, 1.5f, -2f, -4.75f, 1f], advantages);
        Assert.Equal([3.25f, 7f, 2.5f, 2f, 1.25f, 3f], returns);
    }

    [Fact]
    public void A_rollout_that_ends_with_a_truncation_bootstraps_from_the_final_observation_not_the_next_episode()
    {
        var (advantages, _) = Estimate(
            1,
            rewards: [1f],
            Endings(Ending.Truncated),
            values: [2f],
            finalValues: [8f],
            lastValues: [100f]
        );
        Assert.Equal([3f], advantages);
    }

    [Fact]
    public void The_value_after_a_termination_is_ignored_even_if_it_is_no_number()
    {
        var advantages = new float[1];
        GeneralizedAdvantage.Estimate(
            in Halves,
            environmentCount: 1,
            rewards: [1f],
            Endings(Ending.Terminated),
            values: [3f],
            nextValues: [float.NaN],
            advantages,
            new float[1]
        );
        Assert.Equal([-2f], advantages);
    }

    [Fact]
    public void Environments_side_by_side_give_what_each_gives_alone() =>
        Seeded.Run(
            50,
            seed =>
            {
                var environmentCount = RandomFloats.Integer(seed, "environments", 1, 5);
                var stepCount = RandomFloats.Integer(seed, "steps", 1, 12);
                var count = stepCount * environmentCount;
                var rewards = RandomFloats.Of(seed, "rewards", count);
                var values = RandomFloats.Of(seed, "values", count);
                var next = RandomFloats.Of(seed, "next values", count);
                var endings = new byte[count];
                for (var i = 0; i < count; i++)
                {
                    endings[i] = (byte)RandomFloats.Integer(seed, $"ending {i}", 0, 2);
                }

                var together = Estimate(environmentCount, rewards, endings, values, next);
                for (var environment = 0; environment < environmentCount; environment++)
                {
                    var alone = Estimate(
                        1,
                        Column(rewards, environment, environmentCount),
                        Column(endings, environment, environmentCount),
                        Column(values, environment, environmentCount),
                        Column(next, environment, environmentCount)
                    );
                    Bits.Equal(alone.Advantages, Column(together.Advantages, environment, environmentCount));
                    Bits.Equal(alone.Returns, Column(together.Returns, environment, environmentCount));
                }
            }
        );

    [Fact]
    public void As_many_final_values_as_truncations_are_required()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            Estimate(1, [1f], Endings(Ending.Truncated), [1f], finalValues: [], lastValues: [1f])
        );
        Assert.Equal("final values has 0 numbers; wanted shape [1, 1].", error.Message);
    }

    private static byte[] Endings(params Ending[] endings) => [.. endings.Select(ending => (byte)ending)];

    private static T[] Column<T>(T[] values, int column, int columnCount) =>
        [.. values.Where((_, i) => i % columnCount == column)];

    private static (float[] Advantages, float[] Returns) Estimate(
        int environmentCount,
        float[] rewards,
        byte[] endings,
        float[] values,
        float[] finalValues,
        float[] lastValues
    )
    {
        var next = new float[rewards.Length];
        GeneralizedAdvantage.FillNextValues(environmentCount, endings, values, finalValues, lastValues, next);
        return Estimate(environmentCount, rewards, endings, values, next);
    }

    private static (float[] Advantages, float[] Returns) Estimate(
        int environmentCount,
        float[] rewards,
        byte[] endings,
        float[] values,
        float[] nextValues
    )
    {
        var (advantages, returns) = (new float[rewards.Length], new float[rewards.Length]);
        GeneralizedAdvantage.Estimate(
            in Halves,
            environmentCount,
            rewards,
            endings,
            values,
            nextValues,
            advantages,
            returns
        );
        return (advantages, returns);
    }
}
