using System.Globalization;
using ActorIL.Numerics.Networks;

namespace ActorIL.Cli.Policies;

/// <summary>The layers of a network as operations: one arm for each kind.</summary>
/// <param name="drawing">Where they go.</param>
/// <param name="network">The network.</param>
/// <param name="parameters">Its flat parameters.</param>
internal sealed class OnnxLayers(OnnxDrawing drawing, NetworkSpecification network, ReadOnlyMemory<float> parameters)
{
    private int _offset;

    /// <summary>Draws every layer; returns the name of what the last one gives.</summary>
    /// <param name="input">The name of what the first one takes.</param>
    public string Draw(string input)
    {
        var current = input;
        foreach (var (index, layer) in network.Layers.Index())
        {
            var (name, taken) = (string.Create(CultureInfo.InvariantCulture, $"layer{index}"), current);
            current = layer.Match(
                dense: dense => Dense(name, taken, dense),
                activation: activation => drawing.Node(OperationOf(activation.Function), name, taken)
            );
        }

        return current;
    }

    private string Dense(string name, string input, Layer.Dense dense)
    {
        var (inputs, outputs) = (dense.InputCount, dense.OutputCount);
        var weights = drawing.Constant($"{name}.weights", [inputs, outputs], [.. Take(inputs * outputs)]);
        var biases = drawing.Constant($"{name}.biases", Take(outputs));
        return drawing.Node("Gemm", name, input, weights, biases);
    }

    private static string OperationOf(ActivationFunction function) =>
        function switch
        {
            ActivationFunction.Tanh => "Tanh",
            ActivationFunction.Relu => "Relu",
        };

    // Parameters lie in the order of the layers.
    private ReadOnlySpan<float> Take(int count)
    {
        var taken = parameters.Span.Slice(_offset, count);
        _offset += count;
        return taken;
    }
}
