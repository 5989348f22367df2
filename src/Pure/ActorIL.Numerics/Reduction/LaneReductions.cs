using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Reduction;

/// <summary>Sums with a fixed number of lanes and a fixed tree, whatever the machine's vectors are.</summary>
/// <remarks>
/// Element i goes to lane i mod <see cref="LaneCount"/>, in order; then lane l takes lane l + 16, l + 8, l + 4, l + 2,
/// l + 1. Nothing is allocated. The relative error of a sum of n terms of one sign is at most about (n / 32 + 5) 2⁻²⁴.
/// </remarks>
public static class LaneReductions
{
    /// <summary>Lanes of every sum: enough independent chains to hide the latency of an addition.</summary>
    public const int LaneCount = 32;

    /// <summary>Sum of the values; 0 for none.</summary>
    /// <param name="values">Shape [n].</param>
    public static float Sum(ReadOnlySpan<float> values) => Reduce(values, default(Identity));

    /// <summary>Sum of the squares; 0 for none.</summary>
    /// <param name="values">Shape [n].</param>
    public static float SumOfSquares(ReadOnlySpan<float> values) => Reduce(values, default(Square));

    /// <summary>Sum of the squared distances from a centre; 0 for no values.</summary>
    /// <param name="values">Shape [n].</param>
    /// <param name="center">What is subtracted from each value, in the values' unit.</param>
    public static float SumOfSquaredDeviations(ReadOnlySpan<float> values, float center) =>
        Reduce(values, new SquaredDeviation(center));

    /// <summary>Sum of the products of two rows of numbers, element by element; 0 for none.</summary>
    /// <param name="left">Shape [n].</param>
    /// <param name="right">Shape [n].</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static float SumOfProducts(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        SpanShape.Require("right", right.Length, 1, left.Length);
        ref var x = ref MemoryMarshal.GetReference(left);
        ref var y = ref MemoryMarshal.GetReference(right);
        Span<float> lanes = stackalloc float[LaneCount];
        ref var lane = ref MemoryMarshal.GetReference(lanes);
        lanes.Clear();
        var whole = left.Length & -LaneCount;
        for (nuint i = 0; i < (nuint)whole; i += LaneCount)
        {
            for (nuint part = 0; part < LaneCount; part += 8)
            {
                var value = Vector256.LoadUnsafe(ref x, i + part);
                var sum = Vector256.LoadUnsafe(ref lane, part);
                Vector256
                    .FusedMultiplyAdd(value, Vector256.LoadUnsafe(ref y, i + part), sum)
                    .StoreUnsafe(ref lane, part);
            }
        }

        for (var i = whole; i < left.Length; i++)
        {
            lanes[i - whole] = MathF.FusedMultiplyAdd(left[i], right[i], lanes[i - whole]);
        }

        return AddUp(lanes);
    }

    private static float Reduce<TTerm>(ReadOnlySpan<float> values, TTerm term)
        where TTerm : struct, ITerm
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        var (s0, s1) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (s2, s3) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var whole = values.Length & -LaneCount;
        for (nuint i = 0; i < (nuint)whole; i += LaneCount)
        {
            s0 = term.Add(s0, Vector256.LoadUnsafe(ref first, i));
            s1 = term.Add(s1, Vector256.LoadUnsafe(ref first, i + 8));
            s2 = term.Add(s2, Vector256.LoadUnsafe(ref first, i + 16));
            s3 = term.Add(s3, Vector256.LoadUnsafe(ref first, i + 24));
        }

        Span<float> lanes = stackalloc float[LaneCount];
        s0.CopyTo(lanes);
        s1.CopyTo(lanes[8..]);
        s2.CopyTo(lanes[16..]);
        s3.CopyTo(lanes[24..]);
        for (var i = whole; i < values.Length; i++)
        {
            lanes[i - whole] = term.Add(lanes[i - whole], values[i]);
        }

        return AddUp(lanes);
    }

    private static float AddUp(Span<float> lanes)
    {
        for (var half = LaneCount / 2; half > 0; half /= 2)
        {
            for (var lane = 0; lane < half; lane++)
            {
                lanes[lane] += lanes[lane + half];
            }
        }

        return lanes[0];
    }

    private interface ITerm
    {
        Vector256<float> Add(Vector256<float> sum, Vector256<float> value);

        float Add(float sum, float value);
    }

    private readonly struct Identity : ITerm
    {
        public Vector256<float> Add(Vector256<float> sum, Vector256<float> value) => sum + value;

        public float Add(float sum, float value) => sum + value;
    }

    private readonly struct Square : ITerm
    {
        public Vector256<float> Add(Vector256<float> sum, Vector256<float> value) =>
            Vector256.FusedMultiplyAdd(value, value, sum);

        public float Add(float sum, float value) => MathF.FusedMultiplyAdd(value, value, sum);
    }

    private readonly struct SquaredDeviation(float center) : ITerm
    {
        public Vector256<float> Add(Vector256<float> sum, Vector256<float> value)
        {
            var deviation = value - Vector256.Create(center);
            return Vector256.FusedMultiplyAdd(deviation, deviation, sum);
        }

        public float Add(float sum, float value) => MathF.FusedMultiplyAdd(value - center, value - center, sum);
    }
}
