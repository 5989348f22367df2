namespace ActorIL.Algorithms.Policies;

/// <summary>The most probable action of a categorical head.</summary>
internal static class PolicyModes
{
    /// <summary>Index of the largest logit of each row; ties go to the lowest index.</summary>
    /// <param name="logits">Shape [count, classes].</param>
    /// <param name="count">Rows, ≥ 0.</param>
    /// <param name="actions">Written, shape [count, 1].</param>
    public static void Categorical(ReadOnlySpan<float> logits, int count, Span<float> actions)
    {
        var classes = count == 0 ? 0 : logits.Length / count;
        for (var row = 0; row < count; row++)
        {
            var own = logits.Slice(row * classes, classes);
            var best = 0;
            for (var i = 1; i < classes; i++)
            {
                best = own[i] > own[best] ? i : best;
            }

            actions[row] = best;
        }
    }
}
