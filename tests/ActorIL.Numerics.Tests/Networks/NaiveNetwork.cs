using ActorIL.Core.Mathematics;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Tests.Products;

namespace ActorIL.Numerics.Tests.Networks;

/// <summary>The naive twin of <see cref="Network"/>: a new array for everything, one loop an index.</summary>
internal sealed class NaiveNetwork(NetworkSpecification specification, float[] parameters, int batchCount)
{
    /// <summary>The input, then every layer's output.</summary>
    public List<float[]> Forward(float[] input)
    {
        List<float[]> outputs = [input];
        var offset = 0;
        foreach (var layer in specification.Layers)
        {
            outputs.Add(
                layer.Match(
                    dense: dense =>
                    {
                        var (w, b) = Tensors(dense, ref offset);
                        var (inputs, width) = (dense.InputCount, dense.OutputCount);
                        return NaiveProducts.Forward(batchCount, inputs, width, outputs[^1], w, b);
                    },
                    activation: activation => [.. outputs[^1].Select(x => Apply(activation.Function, x))]
                )
            );
        }

        return outputs;
    }

    /// <summary>Gradients by the parameters and by the input.</summary>
    public (float[] Parameters, float[] Input) Backward(List<float[]> outputs, float[] outputGradient)
    {
        float[] parameterGradient = [];
        var gradient = outputGradient;
        var end = parameters.Length;
        for (var i = specification.Layers.Count - 1; i >= 0; i--)
        {
            var (x, y) = (outputs[i], outputs[i + 1]);
            gradient = specification
                .Layers[i]
                .Match(
                    dense: dense =>
                    {
                        var (inputs, width) = (dense.InputCount, dense.OutputCount);
                        var start = end - ((inputs + 1) * width);
                        end = start;
                        var w = parameters[start..(start + (inputs * width))];
                        parameterGradient =
                        [
                            .. NaiveProducts.WeightGradient(batchCount, inputs, width, x, gradient),
                            .. NaiveProducts.BiasGradient(batchCount, width, gradient),
                            .. parameterGradient,
                        ];
                        return NaiveProducts.InputGradient(batchCount, inputs, width, gradient, w);
                    },
                    activation: activation =>
                        [.. gradient.Zip(y, (g, value) => Back(activation.Function, g, value))]
                );
        }

        return (parameterGradient, gradient);
    }

    private (float[] Weights, float[] Biases) Tensors(Layer.Dense dense, ref int offset)
    {
        var weightEnd = offset + (dense.InputCount * dense.OutputCount);
        var tensors = (parameters[offset..weightEnd], parameters[weightEnd..(weightEnd + dense.OutputCount)]);
        offset = weightEnd + dense.OutputCount;
        return tensors;
    }

    private static float Apply(ActivationFunction function, float x) =>
        function switch
        {
            ActivationFunction.Tanh => Elementary.Tanh(x),
            ActivationFunction.Relu => x <= 0f ? 0f : x,
        };

    private static float Back(ActivationFunction function, float gradient, float y) =>
        function switch
        {
            ActivationFunction.Tanh => MathF.FusedMultiplyAdd(-y, y, 1f) * gradient,
            ActivationFunction.Relu => y <= 0f ? 0f : gradient,
        };
}
