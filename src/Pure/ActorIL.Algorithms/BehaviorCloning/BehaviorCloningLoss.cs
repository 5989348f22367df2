using ActorIL.Algorithms.Policies;
using ActorIL.Numerics.Losses;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.BehaviorCloning;

/// <summary>
/// Disagreement with the expert's labels: cross-entropy for discrete actions, mean squared error for continuous ones.
/// </summary>
/// <remarks>
/// Source: Pomerleau 1991, "Efficient training of artificial neural networks for autonomous navigation".
/// </remarks>
internal sealed class BehaviorCloningLoss(PolicyArchitecture policy, int countMax)
{
    private readonly float[] _workspace = new float[Network.WorkspaceLength(policy.Network, countMax)];
    private readonly float[] _output = new float[countMax * policy.Network.OutputCount];
    private readonly float[] _outputGradient = new float[countMax * policy.Network.OutputCount];
    private readonly float[] _lossWorkspace = new float[
        CrossEntropy.WorkspaceLength(countMax, policy.Network.OutputCount)
    ];

    private readonly int[] _categories = new int[countMax];

    /// <param name="parameters">Flat, shape [network | log standard deviations].</param>
    /// <param name="observations">Shape [n, observation size].</param>
    /// <param name="labels">Shape [n, action size].</param>
    /// <param name="count">n, ≥ 1.</param>
    /// <param name="gradient">
    /// Written, the parameters' shape; 0 for log standard deviations, which labels do not teach.
    /// </param>
    /// <returns>The mean loss: nats, or the action's unit squared.</returns>
    public float Evaluate(
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> observations,
        ReadOnlySpan<float> labels,
        int count,
        Span<float> gradient
    )
    {
        var network = policy.Network;
        var own = parameters[..network.ParameterCount];
        var output = _output.AsSpan(0, count * network.OutputCount);
        var outputGradient = _outputGradient.AsSpan(0, output.Length);
        Network.Forward(network, own, observations, count, _workspace, output);
        var loss = policy.IsDiscrete
            ? CrossEntropy.Evaluate(network.OutputCount, output, Categories(labels), _lossWorkspace, outputGradient)
            : MeanSquaredError.Evaluate(output, labels, outputGradient);
        Network.Backward(
            network,
            own,
            observations,
            count,
            _workspace,
            outputGradient,
            gradient[..network.ParameterCount]
        );
        gradient[network.ParameterCount..].Clear();
        return loss;
    }

    private ReadOnlySpan<int> Categories(ReadOnlySpan<float> labels)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            _categories[i] = (int)labels[i];
        }

        return _categories.AsSpan(0, labels.Length);
    }
}
