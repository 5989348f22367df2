namespace ActorIL.Numerics.Advantages;

/// <summary>The two constants of generalised advantage estimation.</summary>
/// <param name="Discount">γ, dimensionless, in [0, 1].</param>
/// <param name="Lambda">λ, dimensionless, in [0, 1]: 0 is one-step, 1 Monte Carlo.</param>
public readonly record struct GeneralizedAdvantageSettings(float Discount, float Lambda);
