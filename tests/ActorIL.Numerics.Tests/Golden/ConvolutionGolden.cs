using ActorIL.Core.Prelude;
using ActorIL.Numerics.Convolutions;
using ActorIL.Numerics.Losses;
using ActorIL.Numerics.Networks;

namespace ActorIL.Numerics.Tests.Golden;

/// <summary>
/// conv-kKsS: a convolution and a ReLU, their loss and every gradient, frames with their channels first.
/// </summary>
internal static class ConvolutionGolden
{
    public static void Check(GoldenFile file)
    {
        var (x, sizes) = (file.Array("x"), file.Shape("x"));
        var (batchCount, filterCount) = (sizes[0], file.Shape("out")[1]);
        var shape = ConvolutionShape
            .Create(
                new(sizes[1], sizes[2], sizes[3]),
                filterCount,
                (int)file.Number("kernel"),
                (int)file.Number("stride")
            )
            .Require();
        var parameters = file.Flat("params");
        var (weights, biases) = (new float[shape.WeightCount], parameters[shape.WeightCount..]);
        var places = shape.KernelSize * shape.KernelSize;
        var first = parameters.AsSpan(0, weights.Length);
        ConvolutionalLayout.Exchange(first, weights, filterCount, shape.Input.ChannelCount, places, imports: true);

        var inputs = new float[x.Length];
        ChannelOrder.ToLast(shape.Input, x, inputs);
        var outputs = new float[batchCount * shape.Output.Length];
        Convolution.Forward(shape, batchCount, inputs, weights, biases, outputs);
        Activations.Apply(NetworkStepKind.Relu, outputs, outputs);
        var planar = new float[outputs.Length];
        ChannelOrder.ToFirst(shape.Output, outputs, planar);
        file.HoldsArray("out", planar);

        var gradient = new float[outputs.Length];
        file.HoldsNumber("loss", MeanSquaredError.Evaluate(planar, file.Array("target"), gradient));
        ChannelOrder.ToLast(shape.Output, (float[])gradient.Clone(), gradient);
        Activations.Gradient(NetworkStepKind.Relu, [], outputs, gradient, gradient);
        var (weightGradient, biasGradient) = (new float[weights.Length], new float[filterCount]);
        Convolution.WeightGradient(shape, batchCount, inputs, gradient, resumes: false, weightGradient);
        Convolution.BiasGradient(shape, batchCount, gradient, resumes: false, biasGradient);
        var exported = new float[weights.Length];
        var channelCount = shape.Input.ChannelCount;
        ConvolutionalLayout.Exchange(weightGradient, exported, filterCount, channelCount, places, imports: false);
        file.HoldsFlat("grads", [.. exported, .. biasGradient]);

        var inputGradient = new float[inputs.Length];
        var workspace = new float[Convolution.WorkspaceLength(shape)];
        Convolution.InputGradient(shape, batchCount, gradient, weights, workspace, inputGradient);
        ChannelOrder.ToFirst(shape.Input, inputGradient, inputs);
        file.HoldsArray("grad_x", inputs);
    }
}
