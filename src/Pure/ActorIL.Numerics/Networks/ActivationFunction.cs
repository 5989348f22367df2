namespace ActorIL.Numerics.Networks;

/// <summary>Functions that act on each element by itself.</summary>
public enum ActivationFunction
{
    /// <summary>Hyperbolic tangent.</summary>
    Tanh = 0,

    /// <summary>max(x, 0).</summary>
    Relu = 1,
}
