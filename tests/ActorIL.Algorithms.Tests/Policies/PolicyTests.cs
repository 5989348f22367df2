using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Tests.Policies;

public class PolicyTests
{
    private static readonly RngKey Key = RngKey.Root(13);

    [Fact]
    public void Equal_logits_choose_the_lowest_index()
    {
        var policy = Linear(Samples.ThreeChoices, new float[9]);
        Assert.Equal([0f], Act(policy, [0.4f, -0.7f]));
    }

    [Fact]
    public void A_mean_outside_the_action_space_is_clipped_to_it()
    {
        // One output: weights 3 and 0, bias 0, log standard deviation 0.
        var policy = Linear(Samples.OneTorque, [3f, 0f, 0f, 0f]);
        Assert.Equal([1f], Act(policy, [5f, 0f]));
        Assert.Equal([-1f], Act(policy, [-5f, 0f]));
        Assert.Equal([0.75f], Act(policy, [0.25f, 0f]));
    }

    [Fact]
    public void A_normaliser_is_applied_before_the_network()
    {
        var plain = Snapshot([1f, 0f, 0f, 0f]);
        var normalized = plain with { Normalizer = new Standardization([0.5f, 0f], [0.1f, 1f], Clip: 10f) };
        var policy = NetworkPolicy.Create(Samples.TwoNumbers, Samples.OneTorque, normalized).Require();
        Assert.Equal([0.2f], Act(policy, [2.5f, 0f]).Select(value => MathF.Round(value, 6)));
    }

    [Fact]
    public void Parameters_of_another_network_are_refused_with_both_numbers()
    {
        var text = NetworkPolicy
            .Create(Samples.TwoNumbers, Samples.ThreeChoices, Snapshot(new float[8]))
            .Match(_ => "accepted", error => error.ToString());
        Assert.Contains("8 numbers", text, StringComparison.Ordinal);
        Assert.Contains("9 for these spaces", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_product_of_action_spaces_is_refused()
    {
        var product = new Space.Product([Samples.ThreeChoices, Samples.OneTorque]);
        var text = PolicyArchitecture
            .Create(Samples.TwoNumbers, product, PolicyModel.Mlp([8], ActivationFunction.Tanh))
            .Match(_ => "accepted", error => error.ToString());
        Assert.Contains("Discrete or Box", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sampled_choices_are_as_frequent_as_they_are_probable()
    {
        // Biases log 1, log 2, log 5: probabilities 1/8, 2/8, 5/8.
        var policy = Linear(Samples.ThreeChoices, [0, 0, 0, 0, 0, 0, 0f, 0.6931472f, 1.6094379f]);
        var (counts, workspace, actions) = (new int[3], new float[policy.WorkspaceSize(1)], new float[1]);
        var sampler = new PolicySampler(policy, 1, Key);
        for (var step = 0; step < 8_000; step++)
        {
            sampler.Sample(step, [0f, 0f], workspace, actions);
            counts[(int)actions[0]]++;
        }

        // Four standard deviations of a binomial count.
        Assert.InRange(counts[0], 1_000 - 119, 1_000 + 119);
        Assert.InRange(counts[1], 2_000 - 155, 2_000 + 155);
        Assert.InRange(counts[2], 5_000 - 174, 5_000 + 174);
    }

    [Fact]
    public void Rows_that_sample_by_themselves_sample_as_if_they_were_alone()
    {
        const int count = 7;
        foreach (
            var policy in new[]
            {
                Linear(Samples.ThreeChoices, [1, 0, 0, 1, -1, 2, 0f, 0.7f, 1.6f]),
                Linear(Samples.OneTorque, [0.5f, -1f, 0.3f, 0.2f]),
            }
        )
        {
            var (workspace, actions, one) = (new float[policy.WorkspaceSize(count)], new float[count], new float[1]);
            float[] observations = [.. Enumerable.Range(0, 2 * count).Select(i => 0.1f * (i - count))];
            RngKey[] keys = [.. Enumerable.Range(0, count).Select(i => Key.Fold((ulong)i))];
            int[] steps = [.. Enumerable.Range(0, count).Select(i => 3 * i)];
            new PolicySampler(policy, count + 2, Key).Sample(keys, steps, observations, workspace, actions);
            for (var i = 0; i < count; i++)
            {
                var own = observations.AsSpan(2 * i, 2);
                new PolicySampler(policy, 1, keys[i]).Sample(steps[i], own, workspace, one);
                Assert.Equal(one[0], actions[i]);
            }
        }
    }

    [Fact]
    public void Sampled_torques_are_not_clipped()
    {
        var policy = Linear(Samples.OneTorque, [0f, 0f, 0f, 1f]);
        var (workspace, actions) = (new float[policy.WorkspaceSize(64)], new float[64]);
        new PolicySampler(policy, 64, Key).Sample(0, new float[128], workspace, actions);
        Assert.Contains(actions, action => Math.Abs(action) > 1f);
    }

    [Fact]
    public void A_snapshot_is_read_back_as_it_was_written()
    {
        var snapshot = Snapshot([1, 2, 3, 4, 5, 6, 7, 8, 9]) with
        {
            Normalizer = new Standardization([0.5f, 0f], [0.1f, 1f], Clip: 10f),
        };
        var read = FieldCodec
            .Read<PolicySnapshot>(
                FieldCodec.Bytes(snapshot).AsSpan(),
                hash => hash == snapshot.Parameters.Hash ? snapshot.Parameters : null
            )
            .Require();
        Assert.Equal(FieldCodec.Bytes(snapshot), FieldCodec.Bytes(read));
        Assert.Equal(snapshot.Parameters, read.Parameters);
        Assert.Equal(snapshot.Normalizer, read.Normalizer);
    }

    private static PolicySnapshot Snapshot(float[] parameters) =>
        new(PolicyModel.Mlp([], ActivationFunction.Tanh), ParameterBlock.Copy(parameters), Normalizer: null);

    private static NetworkPolicy Linear(Space actions, float[] parameters) =>
        NetworkPolicy.Create(Samples.TwoNumbers, actions, Snapshot(parameters)).Require();

    private static float[] Act(NetworkPolicy policy, float[] observation)
    {
        var actions = new float[1];
        policy.Act(observation, 1, [], new float[policy.WorkspaceSize(1)], actions);
        return actions;
    }
}
