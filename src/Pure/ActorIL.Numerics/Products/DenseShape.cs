namespace ActorIL.Numerics.Products;

/// <summary>Sizes of one application of a dense layer, each at least 1 (a batch of 0 rows computes nothing).</summary>
/// <param name="BatchCount">Rows of x and y.</param>
/// <param name="InputCount">Columns of x.</param>
/// <param name="OutputCount">Columns of y.</param>
public readonly record struct DenseShape(int BatchCount, int InputCount, int OutputCount);
