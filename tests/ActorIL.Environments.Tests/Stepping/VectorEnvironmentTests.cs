using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.ClassicControl;
using ActorIL.Environments.Combinators;
using ActorIL.Environments.Stepping;
using LimitedCartPole = ActorIL.Environments.Combinators.TimeLimit<
    ActorIL.Environments.ClassicControl.CartPole,
    ActorIL.Environments.ClassicControl.CartPoleParams,
    ActorIL.Environments.ClassicControl.CartPoleState
>;

namespace ActorIL.Environments.Tests.Stepping;

public sealed class VectorEnvironmentTests
{
    private static readonly EnvironmentModule CartPoleModule = LimitedCartPole.Module(
        "CartPole-v1",
        "Short episodes.",
        new(),
        stepCountMax: 15
    );

    public static TheoryData<string> Shipped => [.. EnvironmentCatalog.Shipped.Entries.Select(entry => entry.Id)];

    [Fact]
    public void A_batch_steps_each_environment_as_if_it_were_alone() =>
        Seeded.Run(
            caseCount: 20,
            seed =>
            {
                const int count = 5;
                var key = new RngKey(seed);
                var environments = VectorEnvironment.Start(CartPoleModule, count, key, firstEnvironmentIndex: 3);
                var parameters = new TimeLimitParams<CartPoleParams>(new(), stepCountMax: 15);
                var episodes = new long[count];
                var states = new TimeLimitState<CartPoleState>[count];
                for (var i = 0; i < count; i++)
                {
                    states[i] = LimitedCartPole.Reset(parameters, key.Fold((ulong)(3 + i)).Fold(0));
                }

                for (var step = 0; step < 60; step++)
                {
                    var observations = Batch.Observe(environments);
                    var actions = Batch.SampleActions(environments, key.Fold("actions").Fold((ulong)step));
                    var batch = Batch.Step(environments, actions);
                    for (var i = 0; i < count; i++)
                    {
                        Assert.Equal(Observe(states[i]), observations[(4 * i)..(4 * (i + 1))]);
                        var result = LimitedCartPole.Step(parameters, states[i], new(actions.AsSpan(i, 1)), default);
                        Assert.Equal((result.Reward, (int)result.Ending), (batch.Rewards[i], batch.Endings[i]));
                        states[i] = result.State;
                        if (result.Ending != Ending.None)
                        {
                            Assert.Equal(Observe(states[i]), batch.FinalObservations.Items[(4 * i)..(4 * (i + 1))]);
                            states[i] = LimitedCartPole.Reset(
                                parameters,
                                key.Fold((ulong)(3 + i)).Fold((ulong)++episodes[i])
                            );
                        }
                    }
                }

                Assert.All(episodes, count => Assert.True(count >= 2));
            }
        );

    [Theory]
    [MemberData(nameof(Shipped))]
    public void How_environments_are_dealt_to_batches_changes_nothing(string id)
    {
        var module = EnvironmentCatalog.Shipped.Find(id).Require().Module;
        var key = RngKey.Root(5);
        var whole = VectorEnvironment.Start(module, count: 4, key);
        var (left, right) = (VectorEnvironment.Start(module, 1, key), VectorEnvironment.Start(module, 3, key, 1));
        for (var step = 0; step < 250; step++)
        {
            var actions = Batch.SampleActions(whole, key.Fold((ulong)step));
            var together = Batch.Step(whole, actions);
            var (first, rest) = (
                Batch.Step(left, actions[..whole.ActionSize]),
                Batch.Step(right, actions[whole.ActionSize..])
            );
            Assert.Equal(together.Rewards.Items, first.Rewards.Items.AddRange(rest.Rewards.Items));
            Assert.Equal(together.Endings.Items, first.Endings.Items.AddRange(rest.Endings.Items));
            float[] dealt = [.. Batch.Observe(left), .. Batch.Observe(right)];
            Assert.Equal(Batch.Observe(whole), dealt);
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_batch_restored_from_bytes_goes_on_bit_for_bit(string id)
    {
        var module = EnvironmentCatalog.Shipped.Find(id).Require().Module;
        var original = VectorEnvironment.Start(module, count: 3, RngKey.Root(6));
        for (var step = 0; step < 260; step++)
        {
            var actions = Batch.SampleActions(original, RngKey.Root(7).Fold((ulong)step));
            if (step % 37 == 5)
            {
                var bytes = FieldCodec.Bytes(original.Snapshot());
                var snapshot = FieldCodec.Read<VectorSnapshot>(bytes.AsSpan(), _ => null).Require();
                var resumed = VectorEnvironment.Resume(module, snapshot);
                Assert.Equal(Batch.Observe(original), Batch.Observe(resumed));
                Assert.True(resumed.Finished.IsEmpty);
                Assert.Equal(Batch.Step(original, actions), Batch.Step(resumed, actions));
                Assert.Equal(FieldCodec.Bytes(original.Snapshot()), FieldCodec.Bytes(resumed.Snapshot()));
                original = resumed;
            }
            else
            {
                Batch.Step(original, actions);
            }
        }
    }

    [Fact]
    public void A_snapshot_is_untouched_by_what_follows()
    {
        var environments = VectorEnvironment.Start(CartPoleModule, count: 2, RngKey.Root(8));
        var snapshot = environments.Snapshot();
        var bytes = FieldCodec.Bytes(snapshot);
        var first = Batch.Step(environments, [1f, 0f]);
        Assert.Equal(bytes, FieldCodec.Bytes(snapshot));
        environments.Restore(snapshot);
        Assert.Equal(first, Batch.Step(environments, [1f, 0f]));
    }

    [Fact]
    public void Finished_episodes_have_their_return_length_and_place()
    {
        var environments = VectorEnvironment.Start(CartPoleModule, count: 3, RngKey.Root(9));
        var lengths = new int[3];
        var episodes = new long[3];
        for (var step = 0; step < 100; step++)
        {
            var batch = Batch.Step(environments, Batch.SampleActions(environments, RngKey.Root(1).Fold((ulong)step)));
            var ended = Enumerable.Range(0, 3).Where(i => batch.Endings[i] != 0).ToArray();
            Array.ForEach(Enumerable.Range(0, 3).ToArray(), i => lengths[i]++);
            var expected = ended.Select(i => new EpisodeSummary(
                i,
                episodes[i]++,
                lengths[i],
                lengths[i],
                (Ending)batch.Endings[i]
            ));
            Assert.Equal(expected, batch.Finished.Items);
            Array.ForEach(ended, i => lengths[i] = 0);
        }

        Assert.All(episodes, count => Assert.True(count > 3));
    }

    [Theory]
    [InlineData("CartPole-v1", 1)]
    [InlineData("CartPole-v1", 100)]
    [InlineData("Pendulum-v1", 1)]
    [InlineData("Pendulum-v1", 100)]
    public void Stepping_allocates_nothing_however_long(string id, int count)
    {
        var module = EnvironmentCatalog.Shipped.Find(id).Require().Module;
        var environments = VectorEnvironment.Start(module, count, RngKey.Root(10));
        var (actions, rewards) = (new float[count], new double[count]);
        var (endings, observations) = (new Ending[count], new float[count * environments.ObservationSize]);
        var finals = new float[observations.Length];
        long Allocated(int stepCount)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var step = 0; step < stepCount; step++)
            {
                environments.Observe(observations);
                environments.Step(actions, rewards, endings, finals);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated(stepCount: 250);
        Assert.Equal(0, Allocated(stepCount: 100));
        Assert.Equal(0, Allocated(stepCount: 1_000));
    }

    [Fact]
    public void Shapes_that_disagree_are_refused()
    {
        var environments = VectorEnvironment.Start(CartPoleModule, count: 2, RngKey.Root(1));
        Assert.Throws<ArgumentException>(() => environments.Observe(new float[7]));
        Assert.Throws<ArgumentException>(() => Batch.Step(environments, [1f]));
        Assert.Throws<ArgumentException>(() => environments.Step([1f, 1f], new double[1], new Ending[2], new float[8]));
        Assert.Throws<ArgumentException>(() => environments.Step([1f, 1f], new double[2], new Ending[1], new float[8]));
        Assert.Throws<ArgumentException>(() => environments.Step([1f, 1f], new double[2], new Ending[2], new float[4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => VectorEnvironment.Start(CartPoleModule, 0, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => VectorEnvironment.Start(CartPoleModule, 1, default, -1));
    }

    [Fact]
    public void A_snapshot_of_something_else_is_refused()
    {
        var environments = VectorEnvironment.Start(CartPoleModule, count: 2, RngKey.Root(1));
        var snapshot = environments.Snapshot();
        Assert.Throws<ArgumentException>(() => environments.Restore(snapshot with { EnvironmentId = "Pendulum-v1" }));
        Assert.Throws<ArgumentException>(() => environments.Restore(snapshot with { Slots = snapshot.Slots[..1] }));
        var damaged = snapshot.Slots.SetItem(1, snapshot.Slots[1] with { State = ImmutableArray.Create<byte>(255) });
        Assert.Throws<ArgumentException>(() => environments.Restore(snapshot with { Slots = damaged }));
    }

    private static float[] Observe(TimeLimitState<CartPoleState> state)
    {
        var observation = new float[4];
        CartPole.Observe(new CartPoleParams(), state.Inner, observation);
        return observation;
    }
}
