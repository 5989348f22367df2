namespace ActorIL.Numerics.Tests.Products;

/// <summary>The naive twins of the product kernels: one loop an index, accumulating over k in order.</summary>
internal static class NaiveProducts
{
    /// <summary>C[r, j] = initial[j] + Σₖ A[r, k] B[k, j].</summary>
    public static float[] Multiply(
        Func<int, int, float> left,
        Func<int, int, float> right,
        Func<int, float> initial,
        int rowCount,
        int stepCount,
        int columnCount
    )
    {
        var result = new float[rowCount * columnCount];
        for (var row = 0; row < rowCount; row++)
        {
            for (var column = 0; column < columnCount; column++)
            {
                var sum = initial(column);
                for (var k = 0; k < stepCount; k++)
                {
                    sum = MathF.FusedMultiplyAdd(left(row, k), right(k, column), sum);
                }

                result[(row * columnCount) + column] = sum;
            }
        }

        return result;
    }

    public static float[] Forward(int batchCount, int inputCount, int outputCount, float[] x, float[] w, float[] b) =>
        Multiply(
            (row, k) => x[(row * inputCount) + k],
            (k, column) => w[(k * outputCount) + column],
            column => b[column],
            batchCount,
            inputCount,
            outputCount
        );

    public static float[] WeightGradient(int batchCount, int inputCount, int outputCount, float[] x, float[] dy) =>
        Multiply(
            (row, k) => x[(k * inputCount) + row],
            (k, column) => dy[(k * outputCount) + column],
            _ => 0f,
            inputCount,
            batchCount,
            outputCount
        );

    public static float[] InputGradient(int batchCount, int inputCount, int outputCount, float[] dy, float[] w) =>
        Multiply(
            (row, k) => dy[(row * outputCount) + k],
            (k, column) => w[(column * outputCount) + k],
            _ => 0f,
            batchCount,
            outputCount,
            inputCount
        );

    public static float[] BiasGradient(int batchCount, int outputCount, float[] dy)
    {
        var sums = new float[outputCount];
        for (var row = 0; row < batchCount; row++)
        {
            for (var column = 0; column < outputCount; column++)
            {
                sums[column] += dy[(row * outputCount) + column];
            }
        }

        return sums;
    }
}
