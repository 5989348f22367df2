using System.Collections.Immutable;

namespace ActorIL.Storage.Onnx;

/// <summary>Constants of a graph.</summary>
/// <param name="Name">What nodes call them.</param>
/// <param name="Shape">Their sizes, the slowest axis first; empty for a single number.</param>
/// <param name="Values">As many floats as the shape says, the last axis fastest.</param>
public sealed record OnnxTensor(string Name, ImmutableArray<long> Shape, ImmutableArray<float> Values);
