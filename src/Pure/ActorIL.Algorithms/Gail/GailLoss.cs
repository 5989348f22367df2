using ActorIL.Core.Mathematics;
using ActorIL.Numerics.Losses;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Gail;

/// <summary>
/// The discriminator's loss on one batch, half of it the expert's (class 1), half the generator's (class 0), with its
/// gradient: binary cross-entropy from logits, minus the weighted entropy of the answers. It owns the memory it needs.
/// </summary>
/// <remarks>Source: Ho and Ermon 2016, arXiv:1606.03476, eq. 17, with the classes exchanged.</remarks>
public sealed class GailLoss
{
    private readonly NetworkSpecification _network;
    private readonly float _entropyCoefficient;
    private readonly float[] _labels;
    private readonly float[] _logits;
    private readonly float[] _logitGradients;
    private readonly float[] _workspace;

    /// <param name="network">From features to one logit.</param>
    /// <param name="config">Settings.</param>
    /// <param name="halfCount">Rows of each class, ≥ 1.</param>
    public GailLoss(NetworkSpecification network, GailConfig config, int halfCount)
    {
        (_network, _entropyCoefficient) = (network, (float)config.EntropyCoefficient);
        _labels = new float[2 * halfCount];
        _labels.AsSpan(0, halfCount).Fill(1);
        _logits = new float[2 * halfCount];
        _logitGradients = new float[2 * halfCount];
        _workspace = new float[Network.WorkspaceLength(network, 2 * halfCount)];
    }

    /// <param name="parameters">Flat, the network's.</param>
    /// <param name="input">Shape [2 × half, features]: the expert's rows, then the generator's.</param>
    /// <param name="gradient">Written, the parameters' shape.</param>
    /// <returns>The binary cross-entropy alone, in nats.</returns>
    public float Evaluate(ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, Span<float> gradient)
    {
        Network.Forward(_network, parameters, input, _labels.Length, _workspace, _logits);
        var loss = BinaryCrossEntropy.Evaluate(_logits, _labels, _logitGradients);
        for (var i = 0; _entropyCoefficient > 0 && i < _logits.Length; i++)
        {
            // The entropy's derivative by the logit f is −f σ(f) (1 − σ(f)).
            var probability = Elementary.Sigmoid(_logits[i]);
            var slope = _logits[i] * probability * (1 - probability);
            _logitGradients[i] += _entropyCoefficient * slope / _logits.Length;
        }

        Network.Backward(_network, parameters, input, _labels.Length, _workspace, _logitGradients, gradient);
        return loss;
    }
}
