using System.Collections.Immutable;
using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Algorithms.Fitting;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Testing;

namespace ActorIL.Algorithms.Tests.BehaviorCloning;

public class BehaviorCloningTests
{
    private static readonly RngKey Key = RngKey.Root(7);

    [Fact]
    public void A_clone_learns_what_the_labels_say_where_it_was_not_told()
    {
        var policy = Policy(Samples.ThreeChoices);
        var (state, loss) = Train(policy, Samples.Thirds(300, Key.Fold("data")));
        var test = Samples.Thirds(500, Key.Fold("test"));
        var actions = new float[test.Count];
        Acting(policy, state)
            .Act(test.Observations.AsSpan(), test.Count, [], Workspace(policy, state, test.Count), actions);
        var agreement = actions.Zip(test.Labels).Count(pair => pair.First == pair.Second) / 500.0;
        Assert.True(agreement > 0.95, $"The clone agrees with {agreement:P1} of the labels.");
        Assert.True(loss < 0.2, $"The loss of the last pass is {loss}.");
    }

    [Fact]
    public void A_clone_of_continuous_actions_leaves_the_standard_deviations_alone()
    {
        var policy = Policy(Samples.OneTorque);
        var data = Samples.Thirds(40, Key);
        var (state, _) = Train(policy, data);
        Assert.Equal(0f, state.Parameters.Values[^1]);
    }

    [Fact]
    public void A_data_set_smaller_than_the_batch_is_used_whole()
    {
        var policy = Policy(Samples.ThreeChoices);
        var small = Samples.Cloning with { BatchSize = 1_000, UpdateCount = 3 };
        var (state, _) = BehaviorCloningUpdate.Train(small, policy, Start(policy), Samples.Thirds(20, Key), Key);
        Assert.Equal(3, state.GradientStepCount);
    }

    [Theory]
    [InlineData(1_000, 3)]
    [InlineData(8, 9)]
    public void Epochs_are_passes_over_the_data(int batchSize, int stepCount)
    {
        var policy = Policy(Samples.ThreeChoices);
        var config = Samples.Cloning with { BatchSize = batchSize, UpdateCount = 1, EpochCount = 3 };
        var (state, _) = BehaviorCloningUpdate.Train(config, policy, Start(policy), Samples.Thirds(20, Key), Key);
        Assert.Equal(stepCount, state.GradientStepCount);
        Assert.Equal(stepCount, config.GradientSteps(20));
    }

    [Theory]
    [InlineData(400, 20, false)]
    [InlineData(4_000, 20, false)]
    [InlineData(400, 200, false)]
    [InlineData(4_000, 200, true)]
    public void What_a_call_allocates_grows_neither_with_samples_nor_with_steps(int samples, int steps, bool isPartly)
    {
        var small = AllocatedBytes(samples: 40, steps: 20, isPartly);
        Assert.Equal(small, AllocatedBytes(samples, steps, isPartly));
    }

    [Fact]
    public void No_labels_are_refused()
    {
        var policy = Policy(Samples.ThreeChoices);
        Assert.Throws<ArgumentException>(() =>
            BehaviorCloningUpdate.Train(Samples.Cloning, policy, Start(policy), LabelledBatch.Empty(2, 1), Key)
        );
    }

    /// <summary>A change of this snapshot changes every digest of every run: it must be deliberate and noted.</summary>
    [Fact]
    public void Three_updates_of_cloning_keep_their_digests()
    {
        var three = Samples.Cloning with { UpdateCount = 3 };
        var lines = new[] { Samples.ThreeChoices, Samples.OneTorque }.Select(actions =>
        {
            var policy = Policy(actions);
            var (state, _) = BehaviorCloningUpdate.Train(three, policy, Start(policy), Samples.Thirds(50, Key), Key);
            return $"{actions}: {state.Parameters.Hash:x16}";
        });
        Snapshot.Matches(string.Join('\n', lines));
    }

    private static long AllocatedBytes(int samples, int steps, bool isPartly)
    {
        var policy = Policy(Samples.ThreeChoices);
        var config = Samples.Cloning with { UpdateCount = steps };
        var (start, data) = (Start(policy), Samples.Thirds(samples, Key));
        if (isPartly)
        {
            var flags = Enumerable.Range(0, samples).Select(static row => (byte)(row % 2)).ToImmutableArray();
            data = new(2, 1, data.Observations, data.Labels, data.Labels, flags, flags);
        }

        var least = long.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            // The least of several: tiering may allocate beside it, a collection may empty a pool.
            var before = GC.GetAllocatedBytesForCurrentThread();
            BehaviorCloningUpdate.Train(config, policy, start, data, Key);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static PolicyArchitecture Policy(Space actions) =>
        PolicyArchitecture.Create(Samples.TwoNumbers, actions, Samples.Cloning.Model).Require();

    private static BehaviorCloningState Start(PolicyArchitecture policy) =>
        BehaviorCloningState.Start(PolicyInitialization.Student(policy, Key));

    private static Fitted<BehaviorCloningState> Train(PolicyArchitecture policy, LabelledBatch data) =>
        BehaviorCloningUpdate.Train(Samples.Cloning, policy, Start(policy), data, Key);

    private static NetworkPolicy Acting(PolicyArchitecture policy, BehaviorCloningState state) =>
        NetworkPolicy
            .Create(policy.Observations, policy.Actions, new(Samples.Cloning.Model, state.Parameters, Normalizer: null))
            .Require();

    private static float[] Workspace(PolicyArchitecture policy, BehaviorCloningState state, int count) =>
        new float[Acting(policy, state).WorkspaceSize(count)];
}
