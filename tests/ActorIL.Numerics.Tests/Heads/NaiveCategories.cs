using ActorIL.Core.Mathematics;

namespace ActorIL.Numerics.Tests.Heads;

/// <summary>The naive twin of the categorical head: one row after the other.</summary>
internal sealed class NaiveCategories
{
    private readonly int _count;

    public NaiveCategories(int categoryCount, float[] logits)
    {
        _count = categoryCount;
        var rows = logits.Chunk(categoryCount).Select(Row).ToArray();
        Logs = [.. rows.SelectMany(row => row.Logs)];
        Shares = [.. rows.SelectMany(row => row.Shares)];
        Entropies = [.. rows.Select(row => row.Entropy)];
    }

    public float[] Logs { get; }

    public float[] Shares { get; }

    public float[] Entropies { get; }

    public float[] Gradient(int[] categories, float[] weights, float entropyGradient)
    {
        var gradient = new float[Logs.Length];
        for (var i = 0; i < gradient.Length; i++)
        {
            var row = i / _count;
            var slope = Shares[i] > 0f ? Shares[i] * (Logs[i] + Entropies[row]) : 0f;
            var selected = i % _count == categories[row] ? 1f : 0f;
            gradient[i] = ((selected - Shares[i]) * weights[row]) - (slope * entropyGradient);
        }

        return gradient;
    }

    private static (float[] Logs, float[] Shares, float Entropy) Row(float[] logits)
    {
        var largest = logits.Max();
        float[] exponentials = [.. logits.Select(logit => Elementary.Exp(logit - largest))];
        var sum = exponentials.Aggregate(0f, (total, value) => total + value);
        float[] shares = [.. exponentials.Select(value => value / sum)];
        float[] logs = [.. logits.Select(logit => logit - largest - Elementary.Log(sum))];
        var entropy = 0f;
        for (var i = 0; i < logs.Length; i++)
        {
            entropy -= shares[i] > 0f ? shares[i] * logs[i] : 0f;
        }

        return (logs, shares, entropy);
    }
}
