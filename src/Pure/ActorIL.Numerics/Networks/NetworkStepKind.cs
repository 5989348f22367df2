namespace ActorIL.Numerics.Networks;

/// <summary>What one step of a compiled network does.</summary>
internal enum NetworkStepKind
{
    Dense = 0,
    Tanh = 1,
    Relu = 2,
}
