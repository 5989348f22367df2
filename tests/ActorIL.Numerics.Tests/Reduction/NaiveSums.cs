namespace ActorIL.Numerics.Tests.Reduction;

/// <summary>The naive twin of the reductions: element i to lane i mod 32, then halves onto halves.</summary>
internal static class NaiveSums
{
    public static float Sum(float[] values) => Reduce(values, (sum, x) => sum + x);

    public static float SumOfSquaredDeviations(float[] values, float center) =>
        Reduce(values, (sum, x) => MathF.FusedMultiplyAdd(x - center, x - center, sum));

    public static float SumOfProducts(float[] left, float[] right) =>
        Reduce([.. Enumerable.Range(0, left.Length)], (sum, i) => MathF.FusedMultiplyAdd(left[i], right[i], sum));

    public static float Reduce<T>(T[] values, Func<float, T, float> add)
    {
        var lanes = new float[32];
        for (var i = 0; i < values.Length; i++)
        {
            lanes[i % 32] = add(lanes[i % 32], values[i]);
        }

        return Tree(lanes);
    }

    private static float Tree(float[] lanes) =>
        lanes.Length == 1
            ? lanes[0]
            : Tree([.. lanes.Take(lanes.Length / 2).Zip(lanes.Skip(lanes.Length / 2), (a, b) => a + b)]);
}
