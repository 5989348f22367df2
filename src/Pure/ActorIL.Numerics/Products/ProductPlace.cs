using System.Runtime.CompilerServices;

namespace ActorIL.Numerics.Products;

/// <summary>Where a tile lies in the result.</summary>
/// <param name="Top">First row.</param>
/// <param name="Last">Last row of the result; rows past it repeat it.</param>
/// <param name="First">First column of the first vector.</param>
/// <param name="Second">First column of the second vector; the two may overlap.</param>
internal readonly record struct ProductPlace(nuint Top, nuint Last, nuint First, nuint Second)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nuint Row(nuint index) => nuint.Min(Top + index, Last);
}
