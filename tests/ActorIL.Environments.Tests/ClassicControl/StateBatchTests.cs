using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Mathematics.Lanes;
using ActorIL.Core.Randomness;
using ActorIL.Environments.ClassicControl;

namespace ActorIL.Environments.Tests.ClassicControl;

/// <summary>The environments' own Step and Observe are the twins of the batches, bit for bit.</summary>
public sealed class StateBatchTests
{
    private static readonly double[] Extremes =
    [
        0.0,
        -0.0,
        0.78,
        -0.78,
        0.7800000000000001,
        Math.PI,
        -Math.PI,
        Math.PI / 2,
        2 * Math.PI,
        3 * Math.PI,
        -9 * Math.PI,
        double.Epsilon,
        -1e-17,
        -3.1415926535897936,
        -3.141592653589794,
        2.4,
        -2.4,
        12 * 2 * Math.PI / 360,
        8,
        -8,
        1e6,
        -1e6,
        268435455.5,
        -268435456.0,
        268435457.0,
        1e22,
        -1e60,
        1e99,
        -1e101,
        1e160,
        double.MaxValue,
    ];

    [Fact]
    public void Cart_poles_step_together_as_they_step_alone() =>
        Seeded.Run(
            caseCount: 300,
            seed =>
            {
                var key = new RngKey(seed);
                var parameters = new CartPoleParams();
                var states = Many(
                    key,
                    i => new CartPoleState(
                        Number(key, i, 0, 3),
                        Number(key, i, 1, 3),
                        Number(key, i, 2, 0.3),
                        Number(key, i, 3, 5)
                    )
                );
                float[] actions = [.. states.Select((_, i) => (float)Draw.Index(key.Fold("a"), (ulong)i, 2))];
                AssertAgrees<CartPole, CartPoleParams, CartPoleState>(parameters, states, actions);
            }
        );

    [Fact]
    public void Pendulums_step_together_as_they_step_alone() =>
        Seeded.Run(
            caseCount: 300,
            seed =>
            {
                var key = new RngKey(seed);
                var parameters = new PendulumParams();
                var states = Many(key, i => new PendulumState(Number(key, i, 0, 20), Number(key, i, 1, 8)));
                float[] actions = [.. states.Select((_, i) => (float)Number(key, i, 2, 3))];
                AssertAgrees<Pendulum, PendulumParams, PendulumState>(parameters, states, actions);
            }
        );

    [Fact]
    public void Pendulums_wrap_angles_near_whole_turns_as_they_do_alone() =>
        Seeded.Run(
            caseCount: 300,
            seed =>
            {
                var key = new RngKey(seed);
                var states = Many(
                    key,
                    i =>
                    {
                        var turns = Draw.Index(key.Fold("turns"), (ulong)i, 1 << (1 + (i % 26)));
                        var angle = ((turns * 2) - 1) * Math.PI * (i % 2 == 0 ? 1 : -1);
                        var ulps = Draw.Index(key.Fold("ulps"), (ulong)i, 9) - 4;
                        return new PendulumState(
                            BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(angle) + ulps),
                            0
                        );
                    }
                );
                AssertAgrees<Pendulum, PendulumParams, PendulumState>(new(), states, new float[states.Length]);
            }
        );

    [Fact]
    public void Every_width_gives_cart_poles_the_same_bits()
    {
        var narrow = CartPolesAfter<DoubleLane>();
        Assert.Equal(narrow, CartPolesAfter<DoubleLanes256>());
        Assert.Equal(narrow, CartPolesAfter<DoubleLanes512>());
    }

    [Fact]
    public void Every_width_gives_pendulums_the_same_bits()
    {
        var narrow = PendulumsAfter<DoubleLane>();
        Assert.Equal(narrow, PendulumsAfter<DoubleLanes256>());
        Assert.Equal(narrow, PendulumsAfter<DoubleLanes512>());
    }

    [Theory]
    [InlineData(0.5f)]
    [InlineData(2f)]
    [InlineData(float.NaN)]
    public void A_batch_with_an_action_that_is_none_is_left_as_it_was(float action)
    {
        var batch = new CartPoleBatch(new(), 5);
        batch[3] = new(1, 2, 0.1, 4);
        Assert.False(batch.TryStep([0, 1, 0, action, 1], new double[5], new Ending[5]));
        Assert.Equal(new(1, 2, 0.1, 4), batch[3]);
        Assert.Equal(default, batch[0]);
    }

    [Fact]
    public void Pendulums_that_would_fail_are_left_as_they_were()
    {
        var batch = new PendulumBatch(new(), 5);
        batch[2] = new(1, 1e200);
        Assert.False(batch.TryStep(new float[5], new double[5], new Ending[5]));
        batch[2] = new(double.NaN, 1);
        Assert.False(batch.TryStep(new float[5], new double[5], new Ending[5]));
        batch[2] = new(1, 2);
        Assert.False(batch.TryStep([0, 0, 0, 0, float.NaN], new double[5], new Ending[5]));
        Assert.Equal(new(1, 2), batch[2]);
        Assert.True(batch.TryStep([0, 0, 0, 0, float.PositiveInfinity], new double[5], new Ending[5]));
    }

    [Fact]
    public void Start_states_are_those_of_the_environments_own_reset()
    {
        AssertStarts<CartPole, CartPoleParams, CartPoleState>(new());
        AssertStarts<Pendulum, PendulumParams, PendulumState>(new());
    }

    [Fact]
    public void Rows_beyond_those_that_step_stay_as_they_are() =>
        Seeded.Run(
            caseCount: 50,
            seed =>
            {
                var key = new RngKey(seed);
                var count = Draw.Index(key, 0, 20);
                var batch = new PendulumBatch(new(), 20);
                PendulumState[] states = [.. Enumerable.Range(0, 20).Select(i => Pendulum.Reset(new(), new((ulong)i)))];
                for (var i = 0; i < states.Length; i++)
                {
                    batch[i] = states[i];
                }

                var observations = new float[3 * count];
                Assert.True(batch.TryStep(new float[count], new double[count], new Ending[count]));
                batch.Observe(observations);
                for (var i = 0; i < states.Length; i++)
                {
                    var next = Pendulum.Step(new(), states[i], new([0f]), default).State;
                    Assert.Equal(i < count ? next : states[i], batch[i]);
                }
            }
        );

    private static void AssertStarts<TEnvironment, TParams, TState>(TParams parameters)
        where TEnvironment : struct, IEnvironment<TParams, TState>
        where TParams : IFields<TParams>
        where TState : IFields<TState>
    {
        const int count = 200;
        var batch = TEnvironment.Batch(parameters, count)!;
        var size = TEnvironment.Observations(parameters).Size;
        var (seen, alone) = (new float[count * size], new float[size]);
        for (var rowCount = 0; rowCount < 70; rowCount += 1 + (rowCount / 9))
        {
            int[] rows = [.. Enumerable.Range(0, rowCount).Select(i => count - 1 - (2 * i))];
            RngKey[] keys = [.. rows.Select(row => RngKey.Root((ulong)(row + rowCount)))];
            batch.Reset(rows, keys);
            batch.Observe(seen);
            for (var i = 0; i < rowCount; i++)
            {
                var start = TEnvironment.Reset(parameters, keys[i]);
                Assert.Equal(Bits(start), Bits(batch[rows[i]]));
                TEnvironment.Observe(parameters, start, alone);
                Assert.Equal(alone, seen.AsSpan(rows[i] * size, size));
            }
        }
    }

    private static void AssertAgrees<TEnvironment, TParams, TState>(
        TParams parameters,
        TState[] states,
        float[] actions
    )
        where TEnvironment : struct, IEnvironment<TParams, TState>
        where TParams : IFields<TParams>
        where TState : IFields<TState>
    {
        var count = states.Length;
        var batch = TEnvironment.Batch(parameters, count)!;
        for (var i = 0; i < count; i++)
        {
            batch[i] = states[i];
        }

        var (rewards, endings) = (new double[count], new Ending[count]);
        var size = TEnvironment.Observations(parameters).Size;
        var (seen, alone) = (new float[count * size], new float[count * size]);
        var stepped = batch.TryStep(actions, rewards, endings);
        batch.Observe(seen);
        for (var i = 0; i < count; i++)
        {
            var result = TEnvironment.Step(parameters, states[i], new(actions.AsSpan(i, 1)), default);
            var next = stepped ? result.State : states[i];
            Assert.Equal(Bits(next), Bits(batch[i]));
            TEnvironment.Observe(parameters, next, alone.AsSpan(i * size, size));
            if (stepped)
            {
                Assert.Equal(BitConverter.DoubleToInt64Bits(result.Reward), BitConverter.DoubleToInt64Bits(rewards[i]));
                Assert.Equal(result.Ending, endings[i]);
            }
        }

        Assert.Equal(alone.Select(BitConverter.SingleToInt32Bits), seen.Select(BitConverter.SingleToInt32Bits));
    }

    private static byte[] Bits<TState>(TState state)
        where TState : IFields<TState>
    {
        var buffer = new FieldBuffer();
        FieldCodec.Write(state, buffer);
        return [.. buffer.Written];
    }

    private static TState[] Many<TState>(RngKey key, Func<int, TState> state) =>
        [.. Enumerable.Range(0, 1 + Draw.Index(key.Fold("count"), 0, 20)).Select(state)];

    // One batch in four has an extreme number now and then; the others are what episodes look like.
    private static double Number(RngKey key, int index, ulong field, double range)
    {
        var own = key.Fold((ulong)index).Fold(field);
        var extreme = key.Value % 4 == 0 && Draw.Index(own, 1, 8) == 0;
        return extreme ? Extremes[Draw.Index(own, 2, Extremes.Length)] : Draw.Uniform(own, 0, -range, range);
    }

    private static CartPoleState[] CartPolesAfter<TLane>()
        where TLane : struct, ILane<TLane, double, long>
    {
        const int count = 16;
        var key = RngKey.Root(5);
        var states = new CartPoleColumns(count);
        var (sines, cosines, forces) = (new double[count], new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            states.Write(i, CartPole.Reset(new(), key.Fold((ulong)i)));
            forces[i] = i % 3 == 0 ? -10 : 10;
        }

        var kernel = new CartPoleKernel(new(), states, sines, cosines, forces);
        for (var step = 0; step < 500; step++)
        {
            VectorElementary.SinCos(states.Angle, sines, cosines);
            Assert.Equal(count, LaneSweep.Run<CartPoleKernel, TLane>(kernel, 0, count));
        }

        return [.. Enumerable.Range(0, count).Select(i => states[i])];
    }

    private static double[] PendulumsAfter<TLane>()
        where TLane : struct, ILane<TLane, double, long>
    {
        const int count = 16;
        var key = RngKey.Root(6);
        var (angles, speeds, sines) = (new double[count], new double[count], new double[count]);
        var (torques, rewards) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            (angles[i], speeds[i]) = Pendulum.Reset(new(), key.Fold((ulong)i));
            torques[i] = (i % 5) - 2;
        }

        var kernel = new PendulumKernel(new(), angles, speeds, sines, torques, rewards);
        for (var step = 0; step < 500; step++)
        {
            VectorElementary.Sin(angles, sines);
            Assert.Equal(count, LaneSweep.Run<PendulumKernel, TLane>(kernel, 0, count));
        }

        return [.. angles, .. speeds, .. rewards];
    }
}
