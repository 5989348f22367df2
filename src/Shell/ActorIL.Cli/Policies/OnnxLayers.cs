using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Numerics.Networks;
using ActorIL.Storage.Onnx;

namespace ActorIL.Cli.Policies;

/// <summary>The layers of a network as operations: one arm for each kind.</summary>
/// <param name="drawing">Where they go.</param>
/// <param name="network">The network.</param>
/// <param name="parameters">Its flat parameters, in the order of the layers.</param>
/// <param name="memory">The name of the network's memory, a row for each of the batch; empty for none.</param>
internal sealed class OnnxLayers(
    OnnxDrawing drawing,
    NetworkSpecification network,
    ReadOnlyMemory<float> parameters,
    string memory
)
{
    private readonly ImmutableArray<string>.Builder _memories = ImmutableArray.CreateBuilder<string>();
    private int _parameterOffset;
    private int _memoryOffset;

    /// <summary>What is to be remembered, in order; to be asked after <see cref="Draw"/>.</summary>
    public ImmutableArray<string> Memories => _memories.ToImmutable();

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
                activation: activation => Activation(name, taken, activation.Function),
                layerNorm: norm => LayerNorm(name, taken, norm),
                lstm: lstm => Lstm(name, taken, lstm),
                gru: gru => Gru(name, taken, gru)
            );
        }

        return current;
    }

    private string Dense(string name, string input, Layer.Dense dense)
    {
        var weights = Matrix($"{name}.weights", dense.InputCount, dense.OutputCount);
        return drawing.Affine(name, input, weights, Vector($"{name}.biases", dense.OutputCount));
    }

    private string Activation(string name, string input, ActivationFunction function) =>
        function switch
        {
            ActivationFunction.Tanh => drawing.Node("Tanh", name, input),
            ActivationFunction.Relu => drawing.Node("Relu", name, input),
            ActivationFunction.Gelu => Gelu(name, input),
            ActivationFunction.Silu => drawing.Node(
                "Mul",
                name,
                input,
                drawing.Node("Sigmoid", $"{name}.sigmoid", input)
            ),
        };

    // 0.5 x (1 + erf(x / √2)).
    private string Gelu(string name, string input)
    {
        var scaled = drawing.Node("Mul", $"{name}.scaled", input, drawing.Number($"{name}.factor", 0.70710678f));
        var error = drawing.Node("Erf", $"{name}.erf", scaled);
        var share = drawing.Node("Add", $"{name}.share", error, drawing.Number($"{name}.one", 1));
        var twice = drawing.Node("Mul", $"{name}.twice", input, share);
        return drawing.Node("Mul", name, twice, drawing.Number($"{name}.half", 0.5f));
    }

    private string LayerNorm(string name, string input, Layer.LayerNorm norm) =>
        drawing.Node(
            "LayerNormalization",
            name,
            [input, Vector($"{name}.gains", norm.Size), Vector($"{name}.offsets", norm.Size)],
            [new OnnxSetting("epsilon", 0, norm.Epsilon)]
        );

    // Gates i, f, g, o; memory h, then c.
    private string Lstm(string name, string input, Layer.Lstm lstm)
    {
        var size = lstm.HiddenCount;
        var (hidden, cell) = (Recall($"{name}.h", size), Recall($"{name}.c", size));
        var (beside, before) = Gates(name, input, hidden, lstm.InputCount, size, 4 * size);
        var gates = drawing.Node("Add", $"{name}.gates", beside, before);
        var admitted = Gate("Sigmoid", $"{name}.i", gates, 0, size);
        var kept = Gate("Sigmoid", $"{name}.f", gates, size, size);
        var candidate = Gate("Tanh", $"{name}.g", gates, 2 * size, size);
        var shown = Gate("Sigmoid", $"{name}.o", gates, 3 * size, size);
        var next = drawing.Node(
            "Add",
            $"{name}.c.next",
            drawing.Node("Mul", $"{name}.kept", kept, cell),
            drawing.Node("Mul", $"{name}.new", admitted, candidate)
        );
        var output = drawing.Node("Mul", name, shown, drawing.Node("Tanh", $"{name}.squashed", next));
        _memories.Add(output);
        _memories.Add(next);
        return output;
    }

    // Gates r, z, n; h' = n + z (h - n).
    private string Gru(string name, string input, Layer.Gru gru)
    {
        var size = gru.HiddenCount;
        var hidden = Recall($"{name}.h", size);
        var (beside, before) = Gates(name, input, hidden, gru.InputCount, size, 3 * size);
        var both = drawing.Node("Add", $"{name}.gates", beside, before);
        var reset = Gate("Sigmoid", $"{name}.r", both, 0, size);
        var update = Gate("Sigmoid", $"{name}.z", both, size, size);
        var candidate = drawing.Node(
            "Tanh",
            $"{name}.n",
            drawing.Node(
                "Add",
                $"{name}.n.sum",
                drawing.Columns($"{name}.n.beside", beside, 2 * size, size),
                drawing.Node(
                    "Mul",
                    $"{name}.n.reset",
                    reset,
                    drawing.Columns($"{name}.n.before", before, 2 * size, size)
                )
            )
        );
        var distance = drawing.Node("Sub", $"{name}.distance", hidden, candidate);
        var output = drawing.Node("Add", name, candidate, drawing.Node("Mul", $"{name}.updated", update, distance));
        _memories.Add(output);
        return output;
    }

    // Parameters lie as W_ih, W_hh, b_ih, b_hh.
    private (string Beside, string Before) Gates(
        string name,
        string input,
        string hidden,
        int inputCount,
        int hiddenCount,
        int columns
    )
    {
        var inputWeights = Matrix($"{name}.weights_ih", inputCount, columns);
        var hiddenWeights = Matrix($"{name}.weights_hh", hiddenCount, columns);
        var inputBiases = Vector($"{name}.biases_ih", columns);
        var hiddenBiases = Vector($"{name}.biases_hh", columns);
        return (
            drawing.Affine($"{name}.beside", input, inputWeights, inputBiases),
            drawing.Affine($"{name}.before", hidden, hiddenWeights, hiddenBiases)
        );
    }

    private string Gate(string function, string name, string gates, int start, int count) =>
        drawing.Node(function, name, drawing.Columns($"{name}.sum", gates, start, count));

    private string Recall(string name, int count)
    {
        var columns = drawing.Columns(name, memory, _memoryOffset, count);
        _memoryOffset += count;
        return columns;
    }

    private string Matrix(string name, int rows, int columns) =>
        drawing.Constant(name, [rows, columns], Take(rows * columns));

    private string Vector(string name, int count) => drawing.Constant(name, Take(count));

    private ReadOnlySpan<float> Take(int count)
    {
        var taken = parameters.Span.Slice(_parameterOffset, count);
        _parameterOffset += count;
        return taken;
    }
}
