using ActorIL.Numerics.Tests.Reduction;

namespace ActorIL.Numerics.Tests.Networks;

/// <summary>The naive twin of the layer norm.</summary>
internal sealed class NaiveLayerNorm(float[] gain, float[] offset, float epsilon)
{
    public float[] Forward(float[] input) =>
        [.. Rows(input).SelectMany(row => Normalize(row).Values.Select((x, i) => Fma(x, gain[i], offset[i])))];

    public (float[] Gain, float[] Offset, float[] Input) Backward(float[] input, float[] outputGradient)
    {
        var (gains, offsets) = (new float[gain.Length], new float[gain.Length]);
        List<float> inputs = [];
        foreach (var (row, gradient) in Rows(input).Zip(Rows(outputGradient)))
        {
            var (values, factor) = Normalize(row);
            var scaled = gradient.Zip(gain, (g, w) => g * w).ToArray();
            var shift = NaiveSums.Sum(scaled) / gain.Length;
            var slope = NaiveSums.SumOfProducts(scaled, values) / gain.Length;
            for (var i = 0; i < gain.Length; i++)
            {
                gains[i] = Fma(values[i], gradient[i], gains[i]);
                offsets[i] += gradient[i];
                inputs.Add(Fma(-values[i], slope, scaled[i] - shift) * factor);
            }
        }

        return (gains, offsets, [.. inputs]);
    }

    private (float[] Values, float Factor) Normalize(float[] row)
    {
        var mean = NaiveSums.Sum(row) / row.Length;
        var factor = 1f / MathF.Sqrt((NaiveSums.SumOfSquaredDeviations(row, mean) / row.Length) + epsilon);
        return ([.. row.Select(x => (x - mean) * factor)], factor);
    }

    private IEnumerable<float[]> Rows(float[] values) => values.Chunk(gain.Length);

    private static float Fma(float left, float right, float addend) => MathF.FusedMultiplyAdd(left, right, addend);
}
