using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>The unevaluated sum High + Low of two doubles, about 106 bits.</summary>
internal readonly struct DoubleDouble<TLane>(TLane high, TLane low)
    where TLane : struct, ILane<TLane, double, long>
{
    public readonly TLane High = high;
    public readonly TLane Low = low;

    /// <summary>high + low with the rounding error of the sum kept; |high| ≥ |low| or high is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<TLane> OfOrderedSum(TLane high, TLane low)
    {
        var sum = high + low;
        return new(sum, (high - sum) + low);
    }

    /// <summary>left - right with its rounding error, whatever their sizes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<TLane> OfDifference(TLane left, TLane right)
    {
        var difference = left - right;
        var shadow = difference - left;
        return new(difference, (left - (difference - shadow)) - (right + shadow));
    }

    /// <summary>left · right with its rounding error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<TLane> OfProduct(TLane left, TLane right)
    {
        var product = left * right;
        return new(product, TLane.FusedMultiplyAdd(left, right, -product));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<TLane> operator *(DoubleDouble<TLane> left, DoubleDouble<TLane> right)
    {
        var product = OfProduct(left.High, right.High);
        var cross = TLane.FusedMultiplyAdd(left.High, right.Low, left.Low * right.High);
        return new(product.High, product.Low + cross);
    }

    /// <summary>factor · x + (coefficient + rest), for a product that is smaller than the coefficient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble<TLane> Horner(TLane factor, DoubleDouble<TLane> x, double coefficient, double rest)
    {
        var constant = TLane.Broadcast(coefficient);
        var high = TLane.FusedMultiplyAdd(factor, x.High, constant);
        var residue = TLane.FusedMultiplyAdd(factor, x.High, constant - high);
        return new(high, residue + TLane.FusedMultiplyAdd(factor, x.Low, TLane.Broadcast(rest)));
    }

    /// <summary>this · x + (coefficient + rest), for a product that is smaller than the coefficient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DoubleDouble<TLane> Horner(DoubleDouble<TLane> x, double coefficient, double rest)
    {
        var leading = Horner(High, x, coefficient, rest);
        return new(leading.High, TLane.FusedMultiplyAdd(Low, x.High, leading.Low));
    }
}
