using System.Collections.Immutable;
using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Losses;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Tests.BehaviorCloning;

/// <summary>Students whose actions depend on earlier steps: views that remember, recurrent networks.</summary>
public class RememberingStudentTests
{
    private static readonly RngKey Key = RngKey.Root(5);

    private static PolicyModel Model(RecurrentKind recurrent, bool previousAction, int frames = 1) =>
        new(
            new([1], previousAction, frames),
            [6],
            ActivationFunction.Tanh,
            recurrent,
            recurrent == RecurrentKind.None ? 0 : 5
        );

    [Theory]
    [InlineData(RecurrentKind.None, true, 3)]
    [InlineData(RecurrentKind.Lstm, false, 1)]
    [InlineData(RecurrentKind.Lstm, true, 2)]
    [InlineData(RecurrentKind.Gru, true, 1)]
    public void Acting_step_by_step_sees_what_learning_from_the_record_sees(
        RecurrentKind recurrent,
        bool previousAction,
        int frames
    )
    {
        var policy = Architecture(Model(recurrent, previousAction, frames));
        var acting = Acting(policy, PolicyInitialization.Student(policy, Key));
        var data = Episodes(policy, acting, lengths: [7, 4, 9]);
        var features = ViewFeatures.Of(policy, data).Span;
        var memory = new float[policy.Network.MemoryCount];
        var output = new float[policy.Network.OutputCount];
        var workspace = new float[SequenceNetwork.StepWorkspaceLength(policy.Network, 1)];
        for (var row = 0; row < data.Count; row++)
        {
            if (data.Starts[row] != 0)
            {
                Array.Clear(memory);
            }

            SequenceNetwork.Step(
                policy.Network,
                acting.Parameters.Values,
                features.Slice(row * policy.FeatureCount, policy.FeatureCount),
                1,
                memory,
                workspace,
                output
            );
            Assert.Equal(data.Actions[row], (float)output.AsSpan().IndexOf(output.Max()));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_batch_of_windows_has_the_loss_and_gradient_of_each_window_by_itself(int burnInSteps)
    {
        var policy = Architecture(Model(RecurrentKind.Lstm, previousAction: true));
        var parameters = PolicyInitialization.Student(policy, Key);
        var data = Labelled(Episodes(policy, Acting(policy, parameters), lengths: [6, 2, 5]));
        var config = Samples.Cloning with { WindowSteps = 4, BurnInSteps = burnInSteps, Model = policy.Model };
        int[] rows = [.. Enumerable.Range(0, data.Count).Where(row => data.Labelled[row] != 0)];
        int[] items = [0, 3, rows.Length - 1, 5];
        var gradient = new float[policy.ParameterCount];
        using var lesson = new WindowLesson(config, policy, data, rows, batchSize: 4);
        var loss = lesson.Evaluate(parameters.Values, items, gradient);
        var (naiveLoss, naiveGradient) = Naive(config, policy, parameters, data, [.. items.Select(i => rows[i])]);
        Assert.Equal(naiveLoss, loss, tolerance: 1e-6);
        for (var i = 0; i < gradient.Length; i++)
        {
            Assert.Equal(naiveGradient[i], gradient[i], tolerance: 1e-6);
        }
    }

    [Fact]
    public void A_recurrent_student_learns_to_repeat_what_it_saw_two_steps_ago_and_a_blind_one_cannot()
    {
        var data = Delayed(episodeCount: 60, length: 12, delay: 2);
        var settings = Samples.Cloning with { UpdateCount = 600, BatchSize = 32, WindowSteps = 8, BurnInSteps = 4 };
        // One of three at random costs ln 3 = 1.0986.
        Assert.InRange(Loss(settings, Model(RecurrentKind.Gru, previousAction: false), data), 0, 0.15);
        Assert.InRange(Loss(settings, Model(RecurrentKind.None, previousAction: false), data), 0.9, 1.2);
        Assert.InRange(Loss(settings, Model(RecurrentKind.None, previousAction: false, frames: 3), data), 0, 0.4);
    }

    [Fact]
    public void A_student_that_remembers_refuses_rows_without_episodes()
    {
        var policy = Architecture(Model(RecurrentKind.Lstm, previousAction: false));
        var state = BehaviorCloningState.Start(PolicyInitialization.Student(policy, Key));
        var rows = Samples.Thirds(20, Key);
        Assert.Throws<ArgumentException>(() => BehaviorCloningUpdate.Train(Samples.Cloning, policy, state, rows, Key));
    }

    private static double Loss(BehaviorCloningConfig settings, PolicyModel model, LabelledBatch data)
    {
        var policy = Architecture(model);
        var state = BehaviorCloningState.Start(PolicyInitialization.Student(policy, Key));
        return BehaviorCloningUpdate.Train(settings with { Model = model }, policy, state, data, Key).Loss;
    }

    private static PolicyArchitecture Architecture(PolicyModel model) =>
        PolicyArchitecture.Create(Samples.TwoNumbers, Samples.ThreeChoices, model).Require();

    private static (NetworkPolicy Policy, ParameterBlock Parameters) Acting(
        PolicyArchitecture policy,
        ParameterBlock parameters
    ) =>
        (
            NetworkPolicy
                .Create(policy.Observations, policy.Actions, new(policy.Model, parameters, Normalizer: null))
                .Require(),
            parameters
        );

    /// <summary>Episodes of random observations in which the policy acts.</summary>
    private static LabelledBatch Episodes(
        PolicyArchitecture policy,
        (NetworkPolicy Policy, ParameterBlock Parameters) acting,
        int[] lengths
    )
    {
        var count = lengths.Sum();
        float[] observations =
        [
            .. Enumerable.Range(0, 2 * count).Select(i => (2 * Draw.UniformSingle(Key, (ulong)i)) - 1),
        ];
        var (actions, starts) = (new float[count], new byte[count]);
        var (row, workspace) = (0, new float[acting.Policy.WorkspaceSize(1)]);
        foreach (var length in lengths)
        {
            var memory = new float[policy.MemorySize];
            starts[row] = 1;
            for (var end = row + length; row < end; row++)
            {
                var action = actions.AsSpan(row, 1);
                acting.Policy.Act(observations.AsSpan(2 * row, 2), 1, memory, workspace, action);
                acting.Policy.Remember(action, 1, memory);
            }
        }

        return new(2, 1, [.. observations], [.. actions], [.. actions], [.. starts], [.. starts.Select(_ => (byte)1)]);
    }

    /// <summary>The same with other labels, every third row without one.</summary>
    private static LabelledBatch Labelled(LabelledBatch data) =>
        new(
            2,
            1,
            data.Observations,
            [.. Enumerable.Range(0, data.Count).Select(row => (float)(row % 3))],
            data.Actions,
            data.Starts,
            [.. Enumerable.Range(0, data.Count).Select(row => row % 3 == 2 ? (byte)0 : (byte)1)]
        );

    /// <summary>The label is a third of the range that component 1 was in so many steps ago, 0 before that.</summary>
    private static LabelledBatch Delayed(int episodeCount, int length, int delay)
    {
        var count = episodeCount * length;
        var thirds = Enumerable.Range(0, count).Select(i => (int)(3 * Draw.UniformSingle(Key, (ulong)i))).ToArray();
        return new(
            2,
            1,
            [.. thirds.SelectMany(third => new[] { 0f, third - 1 })],
            [.. thirds.Select((_, i) => i % length < delay ? 0f : thirds[i - delay])],
            [.. new float[count]],
            [.. Enumerable.Range(0, count).Select(i => i % length == 0 ? (byte)1 : (byte)0)],
            [.. Enumerable.Repeat((byte)1, count)]
        );
    }

    /// <summary>Each window by itself: as long as it is, with the steps before it that there are.</summary>
    private static (double Loss, float[] Gradient) Naive(
        BehaviorCloningConfig config,
        PolicyArchitecture policy,
        ParameterBlock parameters,
        LabelledBatch data,
        ImmutableArray<int> firsts
    )
    {
        var network = policy.Network;
        var features = ViewFeatures.Of(policy, data).Span.ToArray();
        var windows = firsts.Select(first => Window(config, data, first)).ToArray();
        var learntCount = windows.Sum(window => window.Count(row => data.Labelled[row] != 0));
        var (loss, sum) = (0.0, new float[policy.ParameterCount]);
        foreach (var window in windows)
        {
            var memory = MemoryBefore(config, policy, parameters, data, window[0]);
            var shape = new SequenceShape(window.Length, 1);
            var input = features.AsSpan(window[0] * policy.FeatureCount, window.Length * policy.FeatureCount);
            var workspace = new float[SequenceNetwork.WorkspaceLength(network, in shape)];
            var output = new float[window.Length * network.OutputCount];
            SequenceNetwork.Forward(network, parameters.Values, in shape, input, [], memory, workspace, output, memory);
            var outputGradient = new float[output.Length];
            for (var i = 0; i < window.Length; i++)
            {
                if (data.Labelled[window[i]] != 0)
                {
                    var own = outputGradient.AsSpan(i * network.OutputCount, network.OutputCount);
                    loss +=
                        CrossEntropy.Evaluate(
                            network.OutputCount,
                            output.AsSpan(i * network.OutputCount, network.OutputCount),
                            [(int)data.Labels[window[i]]],
                            new float[CrossEntropy.WorkspaceLength(1, network.OutputCount)],
                            own
                        ) / learntCount;
                    foreach (ref var number in own)
                    {
                        number /= learntCount;
                    }
                }
            }

            var gradient = new float[network.ParameterCount];
            SequenceNetwork.Backward(
                network,
                parameters.Values,
                in shape,
                input,
                [],
                workspace,
                outputGradient,
                gradient
            );
            for (var i = 0; i < gradient.Length; i++)
            {
                sum[i] += gradient[i];
            }
        }

        return (loss, sum);
    }

    private static float[] MemoryBefore(
        BehaviorCloningConfig config,
        PolicyArchitecture policy,
        ParameterBlock parameters,
        LabelledBatch data,
        int first
    )
    {
        var network = policy.Network;
        var features = ViewFeatures.Of(policy, data).Span;
        var start = Enumerable.Range(0, first + 1).Last(row => data.Starts[row] != 0);
        var memory = new float[network.MemoryCount];
        for (var row = Math.Max(start, first - config.BurnInSteps); row < first; row++)
        {
            SequenceNetwork.Step(
                network,
                parameters.Values,
                features.Slice(row * policy.FeatureCount, policy.FeatureCount),
                1,
                memory,
                new float[SequenceNetwork.StepWorkspaceLength(network, 1)],
                new float[network.OutputCount]
            );
        }

        return memory;
    }

    private static int[] Window(BehaviorCloningConfig config, LabelledBatch data, int first)
    {
        var last = first + 1;
        while (last < data.Count && last < first + config.WindowSteps && data.Starts[last] == 0)
        {
            last++;
        }

        return [.. Enumerable.Range(first, last - first)];
    }
}
