using System.Collections.Immutable;

namespace ActorIL.Storage.Onnx;

/// <summary>An input or output of a graph.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Item">Its items.</param>
/// <param name="RowShape">Its sizes after the first, which is open: the batch, N.</param>
public sealed record OnnxPort(string Name, OnnxItem Item, ImmutableArray<long> RowShape);
