using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.ClassicControl;
using ActorIL.Environments.Combinators;
using ActorIL.Environments.Seeding;
using ActorIL.Environments.Stepping;
using ActorIL.Environments.Tests.Gymnasium;

namespace ActorIL.Environments.Tests.Combinators;

public sealed class GymnasiumSeededTests
{
    [Fact]
    public void Seed_123_starts_as_the_documentation_of_gymnasium_prints_it()
    {
        var parameters = new CartPoleParams();
        var start = GymnasiumSeeded<CartPole, CartPoleParams, CartPoleState>.Reset(parameters, new RngKey(123));
        AssertRounded([0.01823519f, -0.0446179f, -0.02796401f, -0.03156282f], Observe(start));
        var next = CartPole.Step(parameters, start, new([1f]), default).State;
        AssertRounded([0.01734283f, 0.15089367f, -0.02859527f, -0.33293587f], Observe(next));
    }

    [Fact]
    public void The_next_reset_goes_on_with_the_generator()
    {
        var parameters = new CartPoleParams();
        var (first, source) = CartPole.ResetGymnasium(parameters, Pcg64.FromSeed(123));
        var (second, _) = CartPole.ResetGymnasium(parameters, source);
        Assert.NotEqual(first, second);
        var drawn = Pcg64.FromSeed(123);
        for (var i = 0; i < 4; i++)
        {
            drawn = drawn.Draw().Next;
        }

        Assert.Equal(drawn, source);
    }

    [Fact]
    public void Only_the_start_differs_from_the_keyed_environment()
    {
        foreach (var id in Parity.EnvironmentIds)
        {
            var entry = EnvironmentCatalog.Shipped.Find(id).Require();
            var seeded = entry.GymnasiumSeeded.Require();
            Assert.Equal((entry.Id, entry.Module.Observations), (seeded.Id, seeded.Observations));
            Assert.Equal(entry.Module.Actions, seeded.Actions);
            var keyed = VectorEnvironment.Start(entry.Module, count: 3, RngKey.Root(1));
            var gymnasium = VectorEnvironment.Start(seeded, count: 3, RngKey.Root(1));
            Assert.NotEqual(Batch.Observe(keyed), Batch.Observe(gymnasium));
            keyed.Restore(gymnasium.Snapshot());
            for (var step = 0; step < 12; step++)
            {
                Assert.Equal(Batch.Observe(keyed), Batch.Observe(gymnasium));
                var actions = Batch.SampleActions(keyed, RngKey.Root(2).Fold((ulong)step));
                Assert.Equal(Batch.Step(keyed, actions), Batch.Step(gymnasium, actions));
            }
        }
    }

    private static float[] Observe(CartPoleState state)
    {
        var observation = new float[4];
        CartPole.Observe(new CartPoleParams(), state, observation);
        return observation;
    }

    private static void AssertRounded(float[] expected, float[] found)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], found[i], tolerance: 1e-8f);
        }
    }
}
