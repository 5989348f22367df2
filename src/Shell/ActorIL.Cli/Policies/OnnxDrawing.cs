using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Storage.Onnx;

namespace ActorIL.Cli.Policies;

/// <summary>
/// A graph while it is drawn, one operation after the other; each gives back the name of what it makes.
/// </summary>
internal sealed class OnnxDrawing
{
    private readonly ImmutableArray<OnnxNode>.Builder _nodes = ImmutableArray.CreateBuilder<OnnxNode>();
    private readonly ImmutableArray<OnnxTensor>.Builder _tensors = ImmutableArray.CreateBuilder<OnnxTensor>();

    public ImmutableArray<OnnxNode> Nodes => _nodes.ToImmutable();

    public ImmutableArray<OnnxTensor> Tensors => _tensors.ToImmutable();

    /// <summary>Constants of a shape.</summary>
    public string Constant(string name, ImmutableArray<long> shape, ReadOnlySpan<float> values) =>
        Constant(OnnxTensor.Of(name, shape, values));

    /// <summary>A vector of constants.</summary>
    public string Constant(string name, ReadOnlySpan<float> values) => Constant(name, [values.Length], values);

    /// <summary>One number.</summary>
    public string Number(string name, float value) => Constant(name, [], [value]);

    /// <summary>A vector of whole numbers.</summary>
    public string Indices(string name, params ReadOnlySpan<long> values) => Constant(OnnxTensor.Of(name, values));

    /// <summary>An operation.</summary>
    public string Node(string operation, string output, params ImmutableArray<string> inputs) =>
        Node(operation, output, inputs, []);

    /// <summary>An operation with attributes.</summary>
    public string Node(
        string operation,
        string output,
        ImmutableArray<string> inputs,
        ImmutableArray<OnnxSetting> attributes
    )
    {
        _nodes.Add(new(operation, inputs, output, attributes));
        return output;
    }

    /// <summary>x W + b.</summary>
    public string Affine(string output, string input, string weights, string biases) =>
        Node("Gemm", output, input, weights, biases);

    /// <summary>Some columns of a matrix.</summary>
    /// <param name="output">What they are called.</param>
    /// <param name="input">The matrix.</param>
    /// <param name="start">The first column.</param>
    /// <param name="count">How many.</param>
    public string Columns(string output, string input, int start, int count)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{output}.columns");
        var (first, end) = (Indices($"{text}.start", start), Indices($"{text}.end", start + count));
        return Node("Slice", output, input, first, end, Indices($"{text}.axis", 1));
    }

    /// <summary>Matrices side by side; a single one is left as it is.</summary>
    public string Join(string output, params ImmutableArray<string> inputs) =>
        inputs is [var single] ? single : Node("Concat", output, inputs, [new OnnxSetting("axis", 1)]);

    private string Constant(OnnxTensor tensor)
    {
        _tensors.Add(tensor);
        return tensor.Name;
    }
}
