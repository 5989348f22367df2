using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Tensors;

/// <summary>What the header says of one tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its element type.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Begin">Where its bytes begin, counted from the end of the header.</param>
/// <param name="End">Where they end.</param>
/// <param name="Offset">Where the header speaks of it, in bytes from the start of the file.</param>
internal sealed record SafetensorsEntry(
    string Name,
    TensorType Type,
    EquatableArray<int> Shape,
    long Begin,
    long End,
    long Offset
);
