namespace ActorIL.Numerics.PolicyGradient;

/// <summary>What the clipped surrogate gives besides its gradient.</summary>
/// <param name="Loss">mean(max(-A ρ, -A clamp(ρ))), dimensionless.</param>
/// <param name="ApproximateKl">mean((ρ - 1) - log ρ), in nats, at least 0 up to rounding.</param>
/// <param name="ClipFraction">Share of samples with |ρ - 1| above ε, in [0, 1].</param>
public readonly record struct SurrogateResult(float Loss, float ApproximateKl, float ClipFraction);
