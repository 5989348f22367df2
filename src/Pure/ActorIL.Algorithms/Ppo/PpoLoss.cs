using ActorIL.Numerics.Advantages;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.PolicyGradient;

namespace ActorIL.Algorithms.Ppo;

/// <summary>The loss of one minibatch and its gradient by all parameters.</summary>
/// <remarks>
/// L = −mean(min(ρ A, clip(ρ, 1 ± ε) A)) − c_H · mean(H) + c_V · L_V. Source: Schulman et al. 2017, arXiv:1707.06347,
/// eq. 9.
/// </remarks>
internal sealed class PpoLoss
{
    private readonly PpoConfig _config;
    private readonly PpoNetworks _networks;
    private readonly PpoHead _head;
    private readonly float[] _workspace;
    private readonly float[] _output;
    private readonly float[] _outputGradient;
    private readonly float[] _logProbabilities;
    private readonly float[] _logProbabilityGradients;
    private readonly float[] _advantages;

    public PpoLoss(PpoConfig config, PpoNetworks networks, int countMax)
    {
        (_config, _networks) = (config, networks);
        _head = new(networks.Policy, countMax);
        _workspace = new float[
            Math.Max(
                Network.WorkspaceLength(networks.Policy.Network, countMax),
                Network.WorkspaceLength(networks.Critic.Network, countMax)
            )
        ];
        _output = new float[countMax * networks.Policy.Network.OutputCount];
        _outputGradient = new float[_output.Length];
        _logProbabilities = new float[countMax];
        _logProbabilityGradients = new float[countMax];
        _advantages = new float[countMax];
    }

    /// <param name="parameters">Flat, shape [actor | log standard deviations | critic].</param>
    /// <param name="minibatch">B rows.</param>
    /// <param name="clip">ε, &gt; 0.</param>
    /// <param name="gradient">Written, the parameters' shape.</param>
    public PpoLossResult Evaluate(Span<float> parameters, PpoMinibatch minibatch, float clip, Span<float> gradient)
    {
        var (surrogate, entropy) = Policy(parameters, minibatch, clip, gradient);
        var valueLoss = Critic(parameters, minibatch, clip, gradient);
        return new(surrogate.Loss, valueLoss, entropy, surrogate.ApproximateKl, surrogate.ClipFraction);
    }

    private (SurrogateResult Surrogate, float Entropy) Policy(
        Span<float> parameters,
        PpoMinibatch minibatch,
        float clip,
        Span<float> gradient
    )
    {
        var (network, count) = (_networks.Policy.Network, minibatch.Count);
        var output = _output.AsSpan(0, count * network.OutputCount);
        var outputGradient = _outputGradient.AsSpan(0, output.Length);
        var logProbabilities = _logProbabilities.AsSpan(0, count);
        var logProbabilityGradients = _logProbabilityGradients.AsSpan(0, count);
        var actor = _networks.Actor(parameters);
        var logStd = _networks.LogStd(parameters);
        Network.Forward(network, actor, minibatch.Observations, count, _workspace, output);
        var entropy = _head.Rate(output, logStd, minibatch.Actions, logProbabilities);
        var surrogate = ClippedSurrogate.Evaluate(
            logProbabilities,
            minibatch.OldLogProbabilities,
            Advantages(minibatch),
            clip,
            logProbabilityGradients
        );
        _head.Gradient(
            output,
            logStd,
            minibatch.Actions,
            logProbabilityGradients,
            (float)-_config.EntropyCoefficient / count,
            outputGradient,
            _networks.LogStd(gradient)
        );
        Network.Backward(
            network,
            actor,
            minibatch.Observations,
            count,
            _workspace,
            outputGradient,
            _networks.Actor(gradient)
        );
        return (surrogate, entropy);
    }

    private float Critic(Span<float> parameters, PpoMinibatch minibatch, float clip, Span<float> gradient)
    {
        var (critic, count) = (_networks.Critic.Network, minibatch.Count);
        var values = _logProbabilities.AsSpan(0, count);
        var valueGradients = _logProbabilityGradients.AsSpan(0, count);
        var share = _networks.CriticShare(parameters);

        // The kernel's loss is the half square; the other convention is twice that.
        var form = _config.ValueLoss switch
        {
            ValueLossForm.HalfSquaredError => 1f,
            ValueLossForm.SquaredError => 2f,
        };
        var scale = (float)_config.ValueCoefficient * form;
        Network.Forward(critic, share, minibatch.Observations, count, _workspace, values);
        var loss = _config.ValueClip
            ? ValueLoss.Clipped(values, minibatch.OldValues, minibatch.Returns, clip, scale, valueGradients)
            : ValueLoss.Unclipped(values, minibatch.Returns, scale, valueGradients);
        Network.Backward(
            critic,
            share,
            minibatch.Observations,
            count,
            _workspace,
            valueGradients,
            _networks.CriticShare(gradient)
        );
        return loss * form;
    }

    private ReadOnlySpan<float> Advantages(PpoMinibatch minibatch)
    {
        var advantages = _advantages.AsSpan(0, minibatch.Count);
        minibatch.Advantages.CopyTo(advantages);
        if (_config.NormalizeAdvantages)
        {
            AdvantageNormalization.Normalize(advantages, advantages);
        }

        return advantages;
    }
}
