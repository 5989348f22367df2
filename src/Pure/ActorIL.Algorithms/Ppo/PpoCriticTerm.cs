using ActorIL.Core.Prelude;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.PolicyGradient;

namespace ActorIL.Algorithms.Ppo;

/// <summary>The critic's share of the loss of a minibatch, and its gradient by the critic's parameters.</summary>
/// <remarks>c_V · L_V. Source: Schulman et al. 2017, arXiv:1707.06347, eq. 9.</remarks>
internal sealed class PpoCriticTerm(PpoConfig config, PpoNetworks networks, int countMax) : IDisposable
{
    private readonly NetworkSpecification _network = networks.Critic.Network;
    private readonly Scratch<float> _workspace = new(Network.WorkspaceLength(networks.Critic.Network, countMax));
    private readonly Scratch<float> _columns = new(2 * countMax);

    /// <param name="parameters">Flat, shape [actor | log standard deviations | critic].</param>
    /// <param name="minibatch">B rows.</param>
    /// <param name="clip">ε, &gt; 0.</param>
    /// <param name="gradient">The critic's share is written, the parameters' shape.</param>
    /// <returns>L_V.</returns>
    public float Evaluate(Span<float> parameters, PpoMinibatch minibatch, float clip, Span<float> gradient)
    {
        var count = minibatch.Count;
        var values = _columns.Span[..count];
        var valueGradients = _columns.Span.Slice(count, count);
        var share = networks.CriticShare(parameters);

        // The kernel's loss is the half square; the other convention is twice that.
        var form = config.ValueLoss switch
        {
            ValueLossForm.HalfSquaredError => 1f,
            ValueLossForm.SquaredError => 2f,
        };
        var scale = (float)config.ValueCoefficient * form;
        Network.Forward(_network, share, minibatch.Observations, count, _workspace.Span, values);
        var loss = config.ValueClip
            ? ValueLoss.Clipped(values, minibatch.OldValues, minibatch.Returns, clip, scale, valueGradients)
            : ValueLoss.Unclipped(values, minibatch.Returns, scale, valueGradients);
        Network.Backward(
            _network,
            share,
            minibatch.Observations,
            count,
            _workspace.Span,
            valueGradients,
            networks.CriticShare(gradient)
        );
        return loss * form;
    }

    public void Dispose()
    {
        _workspace.Dispose();
        _columns.Dispose();
    }
}
