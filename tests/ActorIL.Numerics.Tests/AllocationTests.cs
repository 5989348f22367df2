using ActorIL.Core.Prelude;
using ActorIL.Numerics.Advantages;
using ActorIL.Numerics.Heads;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Optimization;
using ActorIL.Numerics.PolicyGradient;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Numerics.Tests;

public sealed class AllocationTests
{
    private const int BatchCount = 32;

    [Fact]
    public void Forward_and_backward_passes_and_Adam_allocate_nothing()
    {
        var specification = NetworkSpecification.Mlp(4, [16, 16], 2, ActivationFunction.Tanh).Require();
        var parameters = RandomFloats.Of(1, "parameters", specification.ParameterCount);
        var (gradient, first, second) = (
            new float[parameters.Length],
            new float[parameters.Length],
            new float[parameters.Length]
        );
        var input = RandomFloats.Of(1, "input", BatchCount * 4);
        var (output, inputGradient) = (new float[BatchCount * 2], new float[BatchCount * 4]);
        var workspace = new float[Network.WorkspaceLength(specification, BatchCount)];
        AllocatesNothing(() =>
        {
            Network.Forward(specification, parameters, input, BatchCount, workspace, output);
            Network.Backward(specification, parameters, input, BatchCount, workspace, output, gradient, inputGradient);
            var scale = GradientClipping.Scale(GradientClipping.Norm(gradient), normMax: 0.5f);
            Adam.Step(AdamSettings.Default, 1e-3, stepIndex: 1, scale, gradient, first, second, parameters);
        });
    }

    [Fact]
    public void Passes_over_time_and_their_steps_allocate_nothing()
    {
        var specification = NetworkSpecification
            .Create(
                4,
                [
                    new Layer.Dense(4, 10),
                    new Layer.Activation(ActivationFunction.Gelu),
                    new Layer.Lstm(10, 11),
                    new Layer.LayerNorm(11, Epsilon: 1e-5f),
                    new Layer.Activation(ActivationFunction.Silu),
                    new Layer.Gru(11, 2),
                ]
            )
            .Require();
        var shape = new SequenceShape(4, 8);
        var parameters = RandomFloats.Of(1, "parameters", specification.ParameterCount);
        var gradient = new float[parameters.Length];
        var input = RandomFloats.Of(1, "input", BatchCount * 4);
        var (output, inputGradient) = (new float[BatchCount * 2], new float[BatchCount * 4]);
        var memory = new float[8 * specification.MemoryCount];
        var resets = new byte[BatchCount];
        var workspace = new float[SequenceNetwork.WorkspaceLength(specification, in shape)];
        AllocatesNothing(() =>
        {
            SequenceNetwork.Forward(
                specification,
                parameters,
                in shape,
                input,
                resets,
                memory,
                workspace,
                output,
                memory
            );
            SequenceNetwork.Backward(
                specification,
                parameters,
                in shape,
                input,
                resets,
                workspace,
                output,
                gradient,
                inputGradient
            );
            SequenceNetwork.Step(
                specification,
                parameters,
                input.AsSpan(0, 32),
                8,
                memory,
                workspace,
                output.AsSpan(0, 16)
            );
        });
    }

    [Fact]
    public void Heads_losses_and_advantages_allocate_nothing()
    {
        var values = RandomFloats.Of(1, "values", BatchCount);
        var logits = RandomFloats.Of(1, "logits", BatchCount * 2);
        var (logs, shares) = (new float[logits.Length], new float[logits.Length]);
        var (entropies, selected, slopes) = (new float[BatchCount], new float[BatchCount], new float[BatchCount]);
        var (actions, endings) = (new int[BatchCount], new byte[BatchCount]);
        var frozen = Standardization.Freeze(RunningMoments.Of(logits, 2), epsilon: 1e-8, clip: 10f);
        AllocatesNothing(() =>
        {
            CategoricalHead.Evaluate(2, logits, logs, shares, entropies);
            CategoricalHead.Sample(2, shares, entropies, actions);
            CategoricalHead.Select(2, logs, actions, selected);
            GeneralizedAdvantage.Estimate(new(0.99f, 0.95f), 4, values, endings, values, values, slopes, entropies);
            AdvantageNormalization.Normalize(slopes, slopes);
            _ = ClippedSurrogate.Evaluate(selected, selected, slopes, clip: 0.2f, slopes);
            CategoricalHead.Gradient(2, logs, shares, entropies, actions, slopes, entropyGradient: 0.1f, logits);
            _ = ValueLoss.Clipped(values, values, values, clip: 0.2f, scale: 0.5f, slopes);
            frozen.Apply(logits, logits);
        });
    }

    private static void AllocatesNothing(Action work)
    {
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            work();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
