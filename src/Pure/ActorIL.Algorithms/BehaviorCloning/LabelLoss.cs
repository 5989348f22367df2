using ActorIL.Algorithms.Policies;
using ActorIL.Numerics.Losses;

namespace ActorIL.Algorithms.BehaviorCloning;

/// <summary>
/// Disagreement with the expert's labels: cross-entropy for discrete actions, mean squared error for continuous ones.
/// It owns the memory it needs.
/// </summary>
/// <remarks>
/// Source: Pomerleau 1991, "Efficient training of artificial neural networks for autonomous navigation".
/// </remarks>
internal sealed class LabelLoss(PolicyArchitecture policy, int countMax)
{
    private readonly float[] _workspace = new float[CrossEntropy.WorkspaceLength(countMax, policy.Network.OutputCount)];

    private readonly int[] _categories = new int[countMax];

    /// <param name="output">Logits or means, shape [n, outputs].</param>
    /// <param name="labels">Shape [n, action size].</param>
    /// <param name="gradient">Written, the output's shape.</param>
    /// <returns>The mean loss: nats, or the action's unit squared.</returns>
    public float Evaluate(ReadOnlySpan<float> output, ReadOnlySpan<float> labels, Span<float> gradient) =>
        policy.IsDiscrete
            ? CrossEntropy.Evaluate(policy.Network.OutputCount, output, Categories(labels), _workspace, gradient)
            : MeanSquaredError.Evaluate(output, labels, gradient);

    private ReadOnlySpan<int> Categories(ReadOnlySpan<float> labels)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            _categories[i] = (int)labels[i];
        }

        return _categories.AsSpan(0, labels.Length);
    }
}
