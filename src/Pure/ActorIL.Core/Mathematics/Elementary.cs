using ActorIL.Core.Mathematics.Kernels;

namespace ActorIL.Core.Mathematics;

/// <summary>
/// Elementary functions whose bits are the same on every machine: built from IEEE addition, multiplication,
/// division, fused multiply-add and bit operations alone, and from the same text as the vector forms of <see
/// cref="VectorElementary"/>.
/// </summary>
/// <remarks>
/// A NaN gives the canonical quiet NaN (0x7FC00000, 0x7FF8000000000000). Subnormals are neither read nor written as
/// zero. Without hardware for fused multiply-add the bits are the same, 30 to 60 times slower. Errors are maxima in
/// units in the last place of the exact result. All polynomials were computed for this library with Sollya
/// (minimax, coefficients already rounded); each kernel states its degree, interval and error.
/// </remarks>
public static class Elementary
{
    /// <summary>e^x.</summary>
    /// <param name="x">Exponent, any float.</param>
    /// <returns>In [0, ∞]; above 88.72 infinity, below -103.97 zero, between -103.97 and -87.34 subnormal.</returns>
    /// <remarks>
    /// Error at most 0.90 ulp (all floats tried). e^x = 2^n e^r with a polynomial for e^r (Cody and Waite 1980).
    /// </remarks>
    public static float Exp(float x) => Lanewise<Exponential>.Apply(x);

    /// <summary>Natural logarithm.</summary>
    /// <param name="x">Any float; subnormals are taken at their value.</param>
    /// <returns>Zero of either sign gives -∞, infinity itself, a negative number NaN.</returns>
    /// <remarks>
    /// Error at most 0.95 ulp (all floats tried). x = 2^k m with a polynomial for log m (Cody and Waite 1980).
    /// </remarks>
    public static float Log(float x) => Lanewise<NaturalLogarithm>.Apply(x);

    /// <summary>Hyperbolic tangent.</summary>
    /// <param name="x">Any float.</param>
    /// <returns>In [-1, 1]; odd in every bit, minus zero included; ±1 beyond 9.02.</returns>
    /// <remarks>
    /// Error at most 1.20 ulp (all floats tried). An odd polynomial up to 0.625, 1 - 2 / (e^(2|x|) + 1) beyond.
    /// </remarks>
    public static float Tanh(float x) => Lanewise<HyperbolicTangent>.Apply(x);

    /// <summary>Logistic sigmoid 1 / (1 + e^-x).</summary>
    /// <param name="x">Any float.</param>
    /// <returns>In [0, 1]; small values keep their digits, down to subnormals.</returns>
    /// <remarks>
    /// Error at most 1.65 ulp (all floats tried). From e^-|x|, as 1 - w or e - e w with w = e / (1 + e).
    /// </remarks>
    public static float Sigmoid(float x) => Lanewise<LogisticSigmoid>.Apply(x);

    /// <summary>log(1 + e^x), without overflow or loss of digits.</summary>
    /// <param name="x">Any float.</param>
    /// <returns>In [0, ∞]; x itself far above zero, e^x far below.</returns>
    /// <remarks>Error at most 1.85 ulp (all floats tried). max(x, 0) + log(1 + e^-|x|).</remarks>
    public static float Softplus(float x) => Lanewise<SoftPlus>.Apply(x);

    /// <summary>Error function 2/√π ∫₀ˣ e^(-t²) dt.</summary>
    /// <param name="x">Any float.</param>
    /// <returns>In [-1, 1]; odd in every bit, minus zero included; ±1 beyond 3.92.</returns>
    /// <remarks>
    /// Error at most 1.15 ulp (all floats tried). An odd polynomial up to 0.875, 1 - e^p(x) beyond.
    /// </remarks>
    public static float Erf(float x) => Lanewise<ErrorIntegral>.Apply(x);

    /// <summary>Sine.</summary>
    /// <param name="x">Angle in radians, any float.</param>
    /// <returns>In [-1, 1]; minus zero gives itself, infinity NaN.</returns>
    /// <remarks>
    /// Error at most 0.5001 ulp (all floats tried). In double and rounded once; beyond 2^28 as for doubles.
    /// </remarks>
    public static float Sin(float x) => SingleSine.Apply(x);

    /// <summary>Cosine.</summary>
    /// <param name="x">Angle in radians, any float.</param>
    /// <returns>In [-1, 1]; infinity gives NaN.</returns>
    /// <remarks>
    /// Error at most 0.5001 ulp (every 257th float tried). In double and rounded once; beyond 2^28 as for doubles.
    /// </remarks>
    public static float Cos(float x) => SingleCosine.Apply(x);

    /// <summary>Sine.</summary>
    /// <param name="x">Angle in radians, any double.</param>
    /// <returns>In [-1, 1]; minus zero gives itself, infinity NaN.</returns>
    /// <remarks>
    /// Error at most 0.5001 ulp: the nearest double but for about one result in a million. Reduction by three doubles
    /// of π/2 (Cody and Waite 1980), beyond 2^28 by Payne and Hanek 1983; polynomials in double-double.
    /// </remarks>
    public static double Sin(double x) => DoubleSine.Apply(x);

    /// <summary>Cosine.</summary>
    /// <param name="x">Angle in radians, any double.</param>
    /// <returns>In [-1, 1]; infinity gives NaN.</returns>
    /// <remarks>
    /// Error at most 0.5001 ulp: the nearest double but for about one result in a million. As <see
    /// cref="Sin(double)"/>.
    /// </remarks>
    public static double Cos(double x) => DoubleCosine.Apply(x);

    /// <summary>Sine and cosine together, at the price of one.</summary>
    /// <param name="x">Angle in radians, any double.</param>
    /// <returns>The bits of <see cref="Sin(double)"/> and <see cref="Cos(double)"/>.</returns>
    /// <remarks>Error at most 0.5001 ulp each.</remarks>
    public static (double Sine, double Cosine) SinCos(double x)
    {
        DoubleTrigonometry.SinCos(x, out var sine, out var cosine);
        return (sine, cosine);
    }

    /// <summary>Natural logarithm.</summary>
    /// <param name="x">Any double; subnormals are taken at their value.</param>
    /// <returns>Zero of either sign gives -∞, infinity itself, a negative number NaN.</returns>
    /// <remarks>
    /// Error at most 0.65 ulp. log(1 + f) = f - f²/2 + s (f²/2 + z p(z)), s = f / (2 + f), z = s², f²/2 in two
    /// doubles.
    /// </remarks>
    public static double Log(double x) => DoubleLogarithm.Apply(x);
}
