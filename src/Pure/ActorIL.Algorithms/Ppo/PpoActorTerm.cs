using ActorIL.Core.Prelude;
using ActorIL.Numerics.Advantages;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.PolicyGradient;

namespace ActorIL.Algorithms.Ppo;

/// <summary>The actor's share of the loss of a minibatch, and its gradient by the actor's parameters.</summary>
/// <remarks>
/// −mean(min(ρ A, clip(ρ, 1 ± ε) A)) − c_H · mean(H). Source: Schulman et al. 2017, arXiv:1707.06347, eq. 7 and 9.
/// </remarks>
internal sealed class PpoActorTerm(PpoConfig config, PpoNetworks networks, int countMax) : IDisposable
{
    private readonly NetworkSpecification _network = networks.Policy.Network;
    private readonly PpoHead _head = new(networks.Policy, countMax);
    private readonly Scratch<float> _workspace = new(Network.WorkspaceLength(networks.Policy.Network, countMax));
    private readonly Scratch<float> _outputs = new(2 * countMax * networks.Policy.Network.OutputCount);
    private readonly Scratch<float> _columns = new(3 * countMax);

    /// <param name="parameters">Flat, shape [actor | log standard deviations | critic].</param>
    /// <param name="minibatch">B rows.</param>
    /// <param name="clip">ε, &gt; 0.</param>
    /// <param name="gradient">The actor's share is written, the parameters' shape.</param>
    /// <returns>The surrogate and the mean entropy, in nats.</returns>
    public (SurrogateResult Surrogate, float Entropy) Evaluate(
        Span<float> parameters,
        PpoMinibatch minibatch,
        float clip,
        Span<float> gradient
    )
    {
        var count = minibatch.Count;
        var size = count * _network.OutputCount;
        var output = _outputs.Span[..size];
        var outputGradient = _outputs.Span.Slice(size, size);
        var logProbabilities = _columns.Span[..count];
        var logProbabilityGradients = _columns.Span.Slice(count, count);
        var actor = networks.Actor(parameters);
        var logStd = networks.LogStd(parameters);
        Network.Forward(_network, actor, minibatch.Observations, count, _workspace.Span, output);
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
            (float)-config.EntropyCoefficient / count,
            outputGradient,
            networks.LogStd(gradient)
        );
        Network.Backward(
            _network,
            actor,
            minibatch.Observations,
            count,
            _workspace.Span,
            outputGradient,
            networks.Actor(gradient)
        );
        return (surrogate, entropy);
    }

    public void Dispose()
    {
        _head.Dispose();
        _workspace.Dispose();
        _outputs.Dispose();
        _columns.Dispose();
    }

    private ReadOnlySpan<float> Advantages(PpoMinibatch minibatch)
    {
        if (!config.NormalizeAdvantages)
        {
            return minibatch.Advantages;
        }

        var advantages = _columns.Span.Slice(2 * minibatch.Count, minibatch.Count);
        AdvantageNormalization.Normalize(minibatch.Advantages, advantages);
        return advantages;
    }
}
