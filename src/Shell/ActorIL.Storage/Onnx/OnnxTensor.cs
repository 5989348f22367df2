using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ActorIL.Storage.Onnx;

/// <summary>Constants of a graph.</summary>
/// <param name="Name">What nodes call them.</param>
/// <param name="Item">What they are.</param>
/// <param name="Shape">Their sizes, the slowest axis first; empty for a single number.</param>
/// <param name="Items">Their bytes, little-endian, the last axis fastest.</param>
public sealed record OnnxTensor(string Name, OnnxItem Item, ImmutableArray<long> Shape, ImmutableArray<byte> Items)
{
    /// <summary>Floats.</summary>
    /// <param name="name">What nodes call them.</param>
    /// <param name="shape">Their sizes.</param>
    /// <param name="values">As many as the shape says.</param>
    public static OnnxTensor Of(string name, ImmutableArray<long> shape, ReadOnlySpan<float> values) =>
        new(name, OnnxItem.Single, shape, [.. MemoryMarshal.AsBytes(values)]);

    /// <summary>A vector of whole numbers.</summary>
    public static OnnxTensor Of(string name, params ReadOnlySpan<long> values) =>
        new(name, OnnxItem.Int64, [values.Length], [.. MemoryMarshal.AsBytes(values)]);
}
