using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Initialization;

namespace ActorIL.Algorithms.Policies;

/// <summary>First parameters of a policy.</summary>
public static class PolicyInitialization
{
    /// <summary>Gain of a policy's last layer: nearly uniform, nearly zero actions at the start.</summary>
    public const float HeadGain = 0.01f;

    /// <summary>A student that has learnt nothing: orthogonal weights, zero biases, unit standard deviations.</summary>
    public static ParameterBlock Student(PolicyArchitecture policy, RngKey key)
    {
        var parameters = new float[policy.ParameterCount];
        NetworkInitialization.FillOrthogonal(
            policy.Network,
            NetworkInitialization.HiddenGain,
            HeadGain,
            key,
            parameters.AsSpan(0, policy.Network.ParameterCount)
        );
        return ParameterBlock.Copy(parameters);
    }
}
