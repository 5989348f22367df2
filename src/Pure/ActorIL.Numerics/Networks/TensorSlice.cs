using ActorIL.Core.Prelude;

namespace ActorIL.Numerics.Networks;

/// <summary>One tensor within the flat parameter vector.</summary>
/// <param name="Name">Layer index and role, such as "0.weight".</param>
/// <param name="Offset">First element within the vector.</param>
/// <param name="Length">Elements: the product of the shape.</param>
/// <param name="Shape">Row-major: [in, out] for a weight matrix, [out] for a bias.</param>
public sealed record TensorSlice(string Name, int Offset, int Length, EquatableArray<int> Shape);
