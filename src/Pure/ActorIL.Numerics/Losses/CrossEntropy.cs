using ActorIL.Numerics.Heads;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Losses;

/// <summary>Cross-entropy of logits, the mean over the batch, with its gradient.</summary>
public static class CrossEntropy
{
    /// <summary>Floats of workspace that both functions need.</summary>
    /// <param name="batchCount">B.</param>
    /// <param name="categoryCount">C.</param>
    public static int WorkspaceLength(int batchCount, int categoryCount) => checked(batchCount * (categoryCount + 1));

    /// <summary>Against one category a row: mean(-log p[label]).</summary>
    /// <param name="categoryCount">C, at least 1.</param>
    /// <param name="logits">Shape [B, C], in nats.</param>
    /// <param name="labels">Shape [B], each in [0, C).</param>
    /// <param name="workspace">Overwritten, at least <see cref="WorkspaceLength"/> floats.</param>
    /// <param name="logitGradients">Written: (p - [j = label]) / B, shape [B, C].</param>
    /// <returns>The loss in nats; its sum is kept in double. NaN for an empty batch.</returns>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    /// <exception cref="IndexOutOfRangeException">A label is out of range.</exception>
    public static float Evaluate(
        int categoryCount,
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> labels,
        Span<float> workspace,
        Span<float> logitGradients
    )
    {
        var batchCount = labels.Length;
        var logs = Softmax(categoryCount, logits, batchCount, workspace, logitGradients);
        var sum = 0.0;
        for (var row = 0; row < batchCount; row++)
        {
            var target = logitGradients.Slice(row * categoryCount, categoryCount);
            sum -= logs[(row * categoryCount) + labels[row]];
            target[labels[row]] -= 1f;
            Scale(target, batchCount);
        }

        return (float)(sum / batchCount);
    }

    /// <summary>Against a distribution a row: mean(-Σ q log p).</summary>
    /// <param name="categoryCount">C, at least 1.</param>
    /// <param name="logits">Shape [B, C], in nats.</param>
    /// <param name="labelProbabilities">q, shape [B, C], each row summing to 1.</param>
    /// <param name="workspace">Overwritten, at least <see cref="WorkspaceLength"/> floats.</param>
    /// <param name="logitGradients">Written: (p - q) / B, shape [B, C].</param>
    /// <returns>The loss in nats; its sum is kept in double. NaN for an empty batch.</returns>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static float Evaluate(
        int categoryCount,
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> labelProbabilities,
        Span<float> workspace,
        Span<float> logitGradients
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(categoryCount, 1);
        var batchCount = labelProbabilities.Length / categoryCount;
        SpanShape.Require("label probabilities", labelProbabilities.Length, batchCount, categoryCount);
        var logs = Softmax(categoryCount, logits, batchCount, workspace, logitGradients);
        var sum = 0.0;
        for (var i = 0; i < logs.Length; i++)
        {
            sum -= labelProbabilities[i] > 0f ? labelProbabilities[i] * logs[i] : 0f;
            logitGradients[i] -= labelProbabilities[i];
        }

        Scale(logitGradients, batchCount);
        return (float)(sum / batchCount);
    }

    private static ReadOnlySpan<float> Softmax(
        int categoryCount,
        ReadOnlySpan<float> logits,
        int batchCount,
        Span<float> workspace,
        Span<float> probabilities
    )
    {
        SpanShape.RequireAtLeast("workspace", workspace.Length, WorkspaceLength(batchCount, categoryCount));
        var logs = workspace[..(batchCount * categoryCount)];
        var entropies = workspace.Slice(batchCount * categoryCount, batchCount);
        CategoricalHead.Evaluate(categoryCount, logits, logs, probabilities, entropies);
        return logs;
    }

    private static void Scale(Span<float> values, int batchCount)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] /= batchCount;
        }
    }
}
