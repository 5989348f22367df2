namespace ActorIL.Numerics.Optimization;

/// <summary>What of Adam stays the same over a run.</summary>
/// <param name="FirstDecay">β₁, in [0, 1): decay of the mean of gradients.</param>
/// <param name="SecondDecay">β₂, in [0, 1): decay of the mean of squared gradients.</param>
/// <param name="Epsilon">ε, above 0, in the gradient's unit: added outside both root and bias correction.</param>
public readonly record struct AdamSettings(double FirstDecay, double SecondDecay, double Epsilon)
{
    /// <summary>β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸: the paper's and PyTorch's defaults. (PPO uses ε = 10⁻⁵.)</summary>
    public static AdamSettings Default => new(0.9, 0.999, 1e-8);
}
