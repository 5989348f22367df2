namespace ActorIL.Algorithms.Ppo;

/// <summary>What one update did, averaged over its minibatches.</summary>
/// <param name="PolicyLoss">Clipped surrogate, lower is better.</param>
/// <param name="ValueLoss">In its configured form.</param>
/// <param name="Entropy">Mean entropy of the policy, in nats.</param>
/// <param name="ApproximateKl">mean((ρ − 1) − log ρ), in nats.</param>
/// <param name="ClipFraction">Share of samples with |ρ − 1| above the clip range.</param>
/// <param name="ExplainedVariance">1 − Var(R − V) / Var(R), before the update.</param>
/// <param name="GradientNorm">Before clipping.</param>
/// <param name="GradientStepCount">Gradient steps taken; fewer than planned when the KL stop ended the update.</param>
public readonly record struct PpoMetrics(
    double PolicyLoss,
    double ValueLoss,
    double Entropy,
    double ApproximateKl,
    double ClipFraction,
    double ExplainedVariance,
    double GradientNorm,
    int GradientStepCount
);
