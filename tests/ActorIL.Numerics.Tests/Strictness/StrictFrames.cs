using System.Runtime.InteropServices;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Convolutions;
using ActorIL.Numerics.Initialization;
using ActorIL.Numerics.Losses;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Optimization;

namespace ActorIL.Numerics.Tests.Strictness;

/// <summary>A network over made-up frames learns; the bits of all it became are hashed.</summary>
internal static class StrictFrames
{
    /// <summary>Trains and gives the hash of parameters.</summary>
    /// <param name="size">Height of frames, at least 9; they are one place wider.</param>
    /// <param name="filterCount">Of each convolution; odd ones exercise the edges of panels.</param>
    /// <param name="featureCount">Width of the dense layer.</param>
    /// <param name="updateCount">Updates.</param>
    public static ulong Run(int size, int filterCount, int featureCount, int updateCount)
    {
        const int BatchCount = 5;
        var frame = new FrameShape(4, size, size + 1);
        var first = ConvolutionShape.Create(frame, filterCount, kernelSize: 5, stride: 2).Require();
        var second = ConvolutionShape.Create(first.Output, filterCount, kernelSize: 2, stride: 1).Require();
        var network = ConvolutionalSpecification
            .Create(
                frame,
                [new(filterCount, 5, 2, ActivationFunction.Relu), new(filterCount, 2, 1, ActivationFunction.Tanh)],
                [
                    new Layer.Dense(second.Output.Length, featureCount),
                    new Layer.Activation(ActivationFunction.Relu),
                    new Layer.Dense(featureCount, 2),
                ]
            )
            .Require();
        var parameters = new float[network.ParameterCount];
        ConvolutionalInitialization.FillOrthogonal(network, 1.4f, 1f, RngKey.Root(13), parameters);
        var (gradient, moments) = (new float[parameters.Length], new float[parameters.Length]);
        var squares = new float[parameters.Length];
        var workspace = new float[ConvolutionalNetwork.WorkspaceLength(network, BatchCount)];
        var (output, slopes) = (new float[BatchCount * 2], new float[BatchCount * 2]);
        for (var update = 1; update <= updateCount; update++)
        {
            var seed = (ulong)update;
            var frames = RandomFloats.Of(seed, "frames", BatchCount * frame.Length);
            var target = RandomFloats.Of(seed, "target", output.Length);
            ConvolutionalNetwork.Forward(network, parameters, frames, BatchCount, workspace, output);
            _ = MeanSquaredError.Evaluate(output, target, slopes);
            ConvolutionalNetwork.Backward(network, parameters, frames, BatchCount, workspace, slopes, gradient);
            var scale = GradientClipping.Scale(GradientClipping.Norm(gradient), normMax: 0.5f);
            Adam.Step(AdamSettings.Default, 1e-2, update, scale, gradient, moments, squares, parameters);
        }

        Assert.All(parameters, parameter => Assert.True(float.IsFinite(parameter)));
        return ContentHash.Of(MemoryMarshal.AsBytes<float>(parameters), 0UL);
    }
}
