using System.Collections.Immutable;
using ActorIL.Storage.Onnx;

namespace ActorIL.Cli.Policies;

/// <summary>A graph while it is drawn, one operation after the other.</summary>
internal sealed class OnnxDrawing
{
    private readonly ImmutableArray<OnnxNode>.Builder _nodes = ImmutableArray.CreateBuilder<OnnxNode>();
    private readonly ImmutableArray<OnnxTensor>.Builder _tensors = ImmutableArray.CreateBuilder<OnnxTensor>();

    public ImmutableArray<OnnxNode> Nodes => _nodes.ToImmutable();

    public ImmutableArray<OnnxTensor> Tensors => _tensors.ToImmutable();

    /// <summary>Constants; returns their name.</summary>
    public string Constant(string name, ImmutableArray<long> shape, ImmutableArray<float> values)
    {
        _tensors.Add(new(name, shape, values));
        return name;
    }

    /// <summary>A vector of constants; returns its name.</summary>
    public string Constant(string name, ReadOnlySpan<float> values) => Constant(name, [values.Length], [.. values]);

    /// <summary>An operation; returns the name of what it gives.</summary>
    public string Node(string operation, string output, params ImmutableArray<string> inputs) =>
        Node(operation, output, inputs, ImmutableSortedDictionary<string, long>.Empty);

    /// <summary>An operation with attributes; returns the name of what it gives.</summary>
    public string Node(
        string operation,
        string output,
        ImmutableArray<string> inputs,
        ImmutableSortedDictionary<string, long> attributes
    )
    {
        _nodes.Add(new(operation, inputs, output, attributes));
        return output;
    }
}
