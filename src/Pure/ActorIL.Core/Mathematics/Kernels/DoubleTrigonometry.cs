using System.Runtime.Intrinsics;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>
/// Sine and cosine of doubles at each width; a vector with an angle beyond the limit goes element by element.
/// </summary>
internal static class DoubleTrigonometry
{
    private const long CanonicalNaN = 0x7FF8000000000000;

    /// <summary>Just below π/4: the number of quarter turns is certainly zero.</summary>
    private const double WithoutTurns = 0.78;

    public static void SinCos(double x, out double sine, out double cosine)
    {
        if (!double.IsFinite(x))
        {
            sine = cosine = BitConverter.Int64BitsToDouble(CanonicalNaN);
            return;
        }

        DoubleLane quadrant;
        DoubleDouble<DoubleLane> remainder;
        if (Math.Abs(x) <= WithoutTurns)
        {
            // What the reduction would give, without its latency.
            quadrant = new DoubleLane(0d);
            remainder = new(new DoubleLane(x), new DoubleLane(0d));
        }
        else if (Math.Abs(x) <= HalfPi.ReductionLimit)
        {
            AngleReduction.Reduce(new DoubleLane(x), out quadrant, out remainder);
        }
        else
        {
            LargeAngle.Reduce(x, out quadrant, out remainder);
        }

        SineCosine.Evaluate(quadrant, in remainder, out var sineLane, out var cosineLane);
        sine = x == 0d ? x : sineLane.Value;
        cosine = cosineLane.Value;
    }

    public static void SinCos(Vector256<double> x, out Vector256<double> sine, out Vector256<double> cosine)
    {
        if (Vector256.LessThanOrEqualAll(Vector256.Abs(x), Vector256.Create(HalfPi.ReductionLimit)))
        {
            Reduce(x, out var quadrant, out var remainder);
            SineCosine.Evaluate(quadrant, in remainder, out var sineLanes, out var cosineLanes);
            sine = Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<double>.Zero), x, sineLanes.Value);
            cosine = cosineLanes.Value;
        }
        else
        {
            SinCos(x.GetElement(0), out var sine0, out var cosine0);
            SinCos(x.GetElement(1), out var sine1, out var cosine1);
            SinCos(x.GetElement(2), out var sine2, out var cosine2);
            SinCos(x.GetElement(3), out var sine3, out var cosine3);
            sine = Vector256.Create(sine0, sine1, sine2, sine3);
            cosine = Vector256.Create(cosine0, cosine1, cosine2, cosine3);
        }
    }

    public static void SinCos(Vector512<double> x, out Vector512<double> sine, out Vector512<double> cosine)
    {
        if (Vector512.LessThanOrEqualAll(Vector512.Abs(x), Vector512.Create(HalfPi.ReductionLimit)))
        {
            Reduce(x, out var quadrant, out var remainder);
            SineCosine.Evaluate(quadrant, in remainder, out var sineLanes, out var cosineLanes);
            sine = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<double>.Zero), x, sineLanes.Value);
            cosine = cosineLanes.Value;
        }
        else
        {
            SinCos(x.GetLower(), out var sineLower, out var cosineLower);
            SinCos(x.GetUpper(), out var sineUpper, out var cosineUpper);
            sine = Vector512.Create(sineLower, sineUpper);
            cosine = Vector512.Create(cosineLower, cosineUpper);
        }
    }

    private static void Reduce(
        Vector256<double> x,
        out DoubleLanes256 quadrant,
        out DoubleDouble<DoubleLanes256> remainder
    )
    {
        if (Vector256.LessThanOrEqualAll(Vector256.Abs(x), Vector256.Create(WithoutTurns)))
        {
            quadrant = default;
            remainder = new(new(x), default);
        }
        else
        {
            AngleReduction.Reduce(new DoubleLanes256(x), out quadrant, out remainder);
        }
    }

    private static void Reduce(
        Vector512<double> x,
        out DoubleLanes512 quadrant,
        out DoubleDouble<DoubleLanes512> remainder
    )
    {
        if (Vector512.LessThanOrEqualAll(Vector512.Abs(x), Vector512.Create(WithoutTurns)))
        {
            quadrant = default;
            remainder = new(new(x), default);
        }
        else
        {
            AngleReduction.Reduce(new DoubleLanes512(x), out quadrant, out remainder);
        }
    }
}
