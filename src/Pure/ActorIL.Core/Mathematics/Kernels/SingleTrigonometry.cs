using System.Runtime.Intrinsics;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>
/// Sine and cosine of floats at each width; a vector with an angle beyond the limit goes element by element.
/// </summary>
internal static class SingleTrigonometry
{
    private const int CanonicalNaN = 0x7FC00000;

    public static void SinCos(float x, out float sine, out float cosine)
    {
        if (!float.IsFinite(x))
        {
            sine = cosine = BitConverter.Int32BitsToSingle(CanonicalNaN);
            return;
        }

        if (Math.Abs(x) <= HalfPi.ReductionLimit)
        {
            SingleSineCosine.Evaluate(new DoubleLane(x), out var sineLane, out var cosineLane);
            sine = x == 0f ? x : (float)sineLane.Value;
            cosine = (float)cosineLane.Value;
        }
        else
        {
            DoubleTrigonometry.SinCos(x, out var wideSine, out var wideCosine);
            sine = (float)wideSine;
            cosine = (float)wideCosine;
        }
    }

    public static void SinCos(Vector256<float> x, out Vector256<float> sine, out Vector256<float> cosine)
    {
        if (Vector256.LessThanOrEqualAll(Vector256.Abs(x), Vector256.Create((float)HalfPi.ReductionLimit)))
        {
            var (lower, upper) = Vector256.Widen(x);
            SingleSineCosine.Evaluate(new DoubleLanes256(lower), out var lowerSine, out var lowerCosine);
            SingleSineCosine.Evaluate(new DoubleLanes256(upper), out var upperSine, out var upperCosine);
            var narrow = Vector256.Narrow(lowerSine.Value, upperSine.Value);
            sine = Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<float>.Zero), x, narrow);
            cosine = Vector256.Narrow(lowerCosine.Value, upperCosine.Value);
        }
        else
        {
            sine = cosine = default;
            for (var index = 0; index < Vector256<float>.Count; index++)
            {
                SinCos(x.GetElement(index), out var elementSine, out var elementCosine);
                sine = sine.WithElement(index, elementSine);
                cosine = cosine.WithElement(index, elementCosine);
            }
        }
    }

    public static void SinCos(Vector512<float> x, out Vector512<float> sine, out Vector512<float> cosine)
    {
        if (Vector512.LessThanOrEqualAll(Vector512.Abs(x), Vector512.Create((float)HalfPi.ReductionLimit)))
        {
            var (lower, upper) = Vector512.Widen(x);
            SingleSineCosine.Evaluate(new DoubleLanes512(lower), out var lowerSine, out var lowerCosine);
            SingleSineCosine.Evaluate(new DoubleLanes512(upper), out var upperSine, out var upperCosine);
            var narrow = Vector512.Narrow(lowerSine.Value, upperSine.Value);
            sine = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<float>.Zero), x, narrow);
            cosine = Vector512.Narrow(lowerCosine.Value, upperCosine.Value);
        }
        else
        {
            SinCos(x.GetLower(), out var sineLower, out var cosineLower);
            SinCos(x.GetUpper(), out var sineUpper, out var cosineUpper);
            sine = Vector512.Create(sineLower, sineUpper);
            cosine = Vector512.Create(cosineLower, cosineUpper);
        }
    }
}
