using System.Collections.Immutable;

namespace ActorIL.Storage.Datasets;

/// <summary>An array to be written.</summary>
/// <param name="Name">What it is called in its archive.</param>
/// <param name="Type">Its items.</param>
/// <param name="Shape">Its sizes, the slowest axis first.</param>
/// <param name="Items">Its bytes, piece by piece, as many as shape and type say.</param>
public sealed record NpyArray(
    string Name,
    NpyType Type,
    ImmutableArray<long> Shape,
    IEnumerable<ReadOnlyMemory<byte>> Items
);
