using ActorIL.Algorithms.Policies;
using ActorIL.Core.Prelude;
using ActorIL.Numerics.Losses;

namespace ActorIL.Algorithms.BehaviorCloning;

/// <summary>
/// Disagreement with the expert's labels: cross-entropy for discrete actions, mean squared error for continuous ones.
/// It owns the memory it needs.
/// </summary>
/// <remarks>
/// Source: Pomerleau 1991, "Efficient training of artificial neural networks for autonomous navigation".
/// </remarks>
internal sealed class LabelLoss(PolicyArchitecture policy, int countMax) : IDisposable
{
    private readonly Scratch<float> _workspace = new(
        CrossEntropy.WorkspaceLength(countMax, policy.Network.OutputCount)
    );

    private readonly Scratch<int> _categories = new(countMax);

    /// <param name="output">Logits or means, shape [n, outputs].</param>
    /// <param name="labels">Shape [n, action size].</param>
    /// <param name="gradient">Written, the output's shape.</param>
    /// <returns>The mean loss: nats, or the action's unit squared.</returns>
    public float Evaluate(ReadOnlySpan<float> output, ReadOnlySpan<float> labels, Span<float> gradient) =>
        policy.IsDiscrete
            ? CrossEntropy.Evaluate(policy.Network.OutputCount, output, Categories(labels), _workspace.Span, gradient)
            : MeanSquaredError.Evaluate(output, labels, gradient);

    public void Dispose()
    {
        _workspace.Dispose();
        _categories.Dispose();
    }

    private ReadOnlySpan<int> Categories(ReadOnlySpan<float> labels)
    {
        var categories = _categories.Span[..labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            categories[i] = (int)labels[i];
        }

        return categories;
    }
}
