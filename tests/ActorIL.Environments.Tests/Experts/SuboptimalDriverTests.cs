using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Experts;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests.Experts;

public sealed class SuboptimalDriverTests
{
    private static EnvironmentEntry Track => EnvironmentCatalog.Shipped.Find("CliffRacetrack-v1").Require();

    private static EnvironmentEntry Cart => EnvironmentCatalog.Shipped.Find("CartPole-v1").Require();

    [Fact]
    public void It_is_a_function_of_what_it_sees_whatever_the_batch() =>
        Law.Holds(
            Any.Floats(8, -1f, 1f),
            seen =>
            {
                var driver = Driver(Track, 0.7, 0.3);
                float[] together = Act(driver, seen);
                float[] alone = [.. Act(driver, seen[..4]), .. Act(driver, seen[4..])];
                return together.AsSpan().SequenceEqual(alone) && together.All(number => Math.Abs(number) <= 1f);
            }
        );

    [Fact]
    public void A_perfect_one_is_the_expert() =>
        Law.Holds(
            Any.Floats(4, -1f, 1f),
            seen => Act(Driver(Track, 1, 0), seen).AsSpan().SequenceEqual(Act(Track.Controller.Require(), seen))
        );

    [Fact]
    public void Another_key_makes_other_mistakes()
    {
        float[] seen = [0.1f, 0.2f, 0.3f, 0.4f];
        var other = new SuboptimalDriver(Track.Controller.Require(), 0.7, 0.3, RngKey.Root(2));
        Assert.NotEqual(Act(Driver(Track, 0.7, 0.3), seen), Act(other, seen));
    }

    [Fact]
    public void Of_two_actions_the_expert_s_comes_as_often_as_stated()
    {
        var driver = Driver(Cart, 0.8, 0.5);
        var expert = Cart.Controller.Require();
        var agreements = Enumerable
            .Range(0, 4000)
            .Count(i =>
            {
                float[] seen = [i * 1e-4f, -0.2f, 0.05f, i * -1e-4f];
                return Act(driver, seen)[0] == Act(expert, seen)[0];
            });

        // 0.8 · 0.5 by intent, and half of the rest by chance.
        Assert.Equal(0.7, agreements / 4000.0, tolerance: 0.03);
    }

    [Fact]
    public void The_worse_it_is_the_more_often_it_falls()
    {
        double Falls(double optimality, double noise) =>
            EpisodeRunner
                .Run(Track.Module, Driver(Track, optimality, noise), new(0, 100), RngKey.Root(8))
                .Outcomes.Count(outcome => outcome == (byte)Outcome.Failure);

        Assert.Equal(0, Falls(0.95, 0.05));
        Assert.True(Falls(0.3, 0.8) > 50);
    }

    [Theory]
    [InlineData(1.1, 0.0)]
    [InlineData(0.5, -0.1)]
    [InlineData(double.NaN, 0.0)]
    public void Shares_out_of_range_are_refused(double optimality, double noise) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Driver(Cart, optimality, noise));

    private static SuboptimalDriver Driver(EnvironmentEntry entry, double optimality, double noise) =>
        new(entry.Controller.Require(), optimality, noise, RngKey.Root(1));

    private static float[] Act(IPolicy policy, float[] seen)
    {
        var count = seen.Length / policy.Observations.Size;
        var actions = new float[count * policy.Actions.Size];
        policy.Act(seen, count, [], new float[policy.WorkspaceSize(count)], actions);
        return actions;
    }
}
