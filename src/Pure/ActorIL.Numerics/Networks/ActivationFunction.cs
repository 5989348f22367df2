namespace ActorIL.Numerics.Networks;

/// <summary>Functions that act on each element by itself.</summary>
public enum ActivationFunction
{
    /// <summary>Hyperbolic tangent.</summary>
    Tanh = 0,

    /// <summary>max(x, 0).</summary>
    Relu = 1,

    /// <summary>
    /// x Φ(x), Φ the normal distribution function: 0.5 x (1 + erf(x/√2)), not its approximation by tanh.
    /// </summary>
    /// <remarks>Source: Hendrycks and Gimpel 2016, arXiv:1606.08415.</remarks>
    Gelu = 2,

    /// <summary>x sigmoid(x), also called swish.</summary>
    /// <remarks>Source: Elfwing et al. 2017, arXiv:1702.03118.</remarks>
    Silu = 3,
}
