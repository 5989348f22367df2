namespace ActorIL.Algorithms.Ppo;

/// <summary>
/// The two conventions of the value loss in use; at equal coefficients they differ by a factor of two.
/// </summary>
public enum ValueLossForm
{
    /// <summary>½ · mean((v − R)²).</summary>
    HalfSquaredError,

    /// <summary>mean((v − R)²).</summary>
    SquaredError,
}
