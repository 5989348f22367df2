namespace ActorIL.Numerics.Networks;

/// <summary>What one step of a compiled network does.</summary>
internal enum NetworkStepKind
{
    Dense = 0,
    Tanh = 1,
    Relu = 2,
    Gelu = 3,
    Silu = 4,
    LayerNorm = 5,
    Lstm = 6,
    Gru = 7,
}
