namespace ActorIL.Numerics.Products;

/// <summary>Some columns of a product that are computed together.</summary>
/// <param name="Column">The first.</param>
/// <param name="ColumnCount">Those that exist.</param>
/// <param name="Width">Those that are computed: whole vectors.</param>
internal readonly record struct ColumnPanel(int Column, int ColumnCount, int Width)
{
    public bool IsPartial => ColumnCount < Width;
}
