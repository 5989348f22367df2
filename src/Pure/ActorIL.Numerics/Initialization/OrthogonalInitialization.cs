using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Initialization;

/// <summary>Random matrices with orthonormal rows or columns, whichever are fewer.</summary>
public static class OrthogonalInitialization
{
    /// <summary>Fills one weight matrix.</summary>
    /// <param name="inputCount">Rows of W, at least 1.</param>
    /// <param name="outputCount">Columns of W, at least 1.</param>
    /// <param name="gain">What the orthonormal matrix is multiplied by; dimensionless.</param>
    /// <param name="key">Source of the Gaussian matrix.</param>
    /// <param name="weights">Written: W, shape [in, out].</param>
    /// <exception cref="ArgumentException">The length disagrees with the shape.</exception>
    /// <remarks>
    /// The Gaussian matrix is orthonormalised by Gram-Schmidt, each vector twice (Giraud et al. 2005: twice is enough),
    /// which is its QR decomposition with a positive diagonal, so the result is uniform over such matrices. All in
    /// double with a fixed order of sums, rounded to float once. Source: Saxe et al. 2014, arXiv:1312.6120;
    /// torch.nn.init.orthogonal_. Allocates the matrix once in double; O(in out min(in, out)).
    /// </remarks>
    public static void Fill(int inputCount, int outputCount, float gain, RngKey key, Span<float> weights)
    {
        SpanShape.Require("weights", weights.Length, inputCount, outputCount);
        var (count, length) = (int.Min(inputCount, outputCount), int.Max(inputCount, outputCount));
        var vectors = new double[count * length];
        FillNormal(key, vectors);
        for (var i = 0; i < count; i++)
        {
            var vector = vectors.AsSpan(i * length, length);
            var before = vectors.AsSpan(0, i * length);
            RemoveProjections(before, vector);
            RemoveProjections(before, vector);
            Scale(vector, 1.0 / Math.Sqrt(Dot(vector, vector)));
        }

        // Vectors are the columns of a tall matrix, the rows of a wide one.
        var (vectorStride, elementStride) = inputCount >= outputCount ? (1, outputCount) : (outputCount, 1);
        for (var i = 0; i < vectors.Length; i++)
        {
            var (vector, element) = (i / length, i % length);
            weights[(vector * vectorStride) + (element * elementStride)] = (float)(gain * vectors[i]);
        }
    }

    private static void FillNormal(RngKey key, Span<double> values)
    {
        for (var i = 0; i < values.Length; i += 2)
        {
            var (first, second) = NormalDraw.Pair(key, (ulong)i / 2);
            values[i] = first;
            if (i + 1 < values.Length)
            {
                values[i + 1] = second;
            }
        }
    }

    private static void RemoveProjections(ReadOnlySpan<double> unitVectors, Span<double> vector)
    {
        for (var start = 0; start < unitVectors.Length; start += vector.Length)
        {
            var unit = unitVectors.Slice(start, vector.Length);
            var projection = Dot(unit, vector);
            for (var i = 0; i < vector.Length; i++)
            {
                vector[i] -= projection * unit[i];
            }
        }
    }

    private static void Scale(Span<double> vector, double factor)
    {
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] *= factor;
        }
    }

    // Eight lanes whatever the machine has; then four, two, one; then what is left over, in order.
    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ref var x = ref MemoryMarshal.GetReference(left);
        ref var y = ref MemoryMarshal.GetReference(right);
        var (low, high) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var whole = left.Length & ~7;
        for (nuint i = 0; i < (nuint)whole; i += 8)
        {
            low += Vector256.LoadUnsafe(ref x, i) * Vector256.LoadUnsafe(ref y, i);
            high += Vector256.LoadUnsafe(ref x, i + 4) * Vector256.LoadUnsafe(ref y, i + 4);
        }

        var lanes = low + high;
        var sum = lanes[0] + lanes[2] + (lanes[1] + lanes[3]);
        for (var i = whole; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
