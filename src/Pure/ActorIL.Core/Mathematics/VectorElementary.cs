using System.Runtime.Intrinsics;
using ActorIL.Core.Mathematics.Kernels;

namespace ActorIL.Core.Mathematics;

/// <summary>
/// The functions of <see cref="Elementary"/> over vectors and spans. Each element gets the bits of the scalar form,
/// whatever its position and the machine's vector width; errors, domains and NaN are stated there.
/// </summary>
public static class VectorElementary
{
    /// <inheritdoc cref="Elementary.Exp(float)"/>
    public static Vector256<float> Exp(Vector256<float> x) => Lanewise<Exponential>.Apply(x);

    /// <inheritdoc cref="Elementary.Exp(float)"/>
    public static Vector512<float> Exp(Vector512<float> x) => Lanewise<Exponential>.Apply(x);

    /// <summary><see cref="Elementary.Exp(float)"/> of each element.</summary>
    /// <param name="source">Arguments, shape [n].</param>
    /// <param name="destination">Written, shape [n]; may be the same memory as <paramref name="source"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap otherwise.</exception>
    /// <remarks>Error at most 0.90 ulp (all floats tried).</remarks>
    public static void Exp(ReadOnlySpan<float> source, Span<float> destination) =>
        SpanMap.Apply<Lanewise<Exponential>, float>(source, destination);

    /// <inheritdoc cref="Elementary.Log(float)"/>
    public static Vector256<float> Log(Vector256<float> x) => Lanewise<NaturalLogarithm>.Apply(x);

    /// <inheritdoc cref="Elementary.Log(float)"/>
    public static Vector512<float> Log(Vector512<float> x) => Lanewise<NaturalLogarithm>.Apply(x);

    /// <summary><see cref="Elementary.Log(float)"/> of each element.</summary>
    /// <param name="source">Arguments, shape [n].</param>
    /// <param name="destination">Written, shape [n]; may be the same memory as <paramref name="source"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap otherwise.</exception>
    /// <remarks>Error at most 0.95 ulp (all floats tried).</remarks>
    public static void Log(ReadOnlySpan<float> source, Span<float> destination) =>
        SpanMap.Apply<Lanewise<NaturalLogarithm>, float>(source, destination);

    /// <inheritdoc cref="Elementary.Tanh(float)"/>
    public static Vector256<float> Tanh(Vector256<float> x) => Lanewise<HyperbolicTangent>.Apply(x);

    /// <inheritdoc cref="Elementary.Tanh(float)"/>
    public static Vector512<float> Tanh(Vector512<float> x) => Lanewise<HyperbolicTangent>.Apply(x);

    /// <summary><see cref="Elementary.Tanh(float)"/> of each element.</summary>
    /// <param name="source">Arguments, shape [n].</param>
    /// <param name="destination">Written, shape [n]; may be the same memory as <paramref name="source"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap otherwise.</exception>
    /// <remarks>Error at most 1.20 ulp (all floats tried).</remarks>
    public static void Tanh(ReadOnlySpan<float> source, Span<float> destination) =>
        TangentMap.Apply(source, destination);

    /// <inheritdoc cref="Elementary.Sigmoid(float)"/>
    public static Vector256<float> Sigmoid(Vector256<float> x) => Lanewise<LogisticSigmoid>.Apply(x);

    /// <inheritdoc cref="Elementary.Sigmoid(float)"/>
    public static Vector512<float> Sigmoid(Vector512<float> x) => Lanewise<LogisticSigmoid>.Apply(x);

    /// <summary><see cref="Elementary.Sigmoid(float)"/> of each element.</summary>
    /// <param name="source">Arguments, shape [n].</param>
    /// <param name="destination">Written, shape [n]; may be the same memory as <paramref name="source"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap otherwise.</exception>
    /// <remarks>Error at most 1.65 ulp (all floats tried).</remarks>
    public static void Sigmoid(ReadOnlySpan<float> source, Span<float> destination) =>
        SpanMap.Apply<Lanewise<LogisticSigmoid>, float>(source, destination);

    /// <inheritdoc cref="Elementary.Softplus(float)"/>
    public static Vector256<float> Softplus(Vector256<float> x) => Lanewise<SoftPlus>.Apply(x);

    /// <inheritdoc cref="Elementary.Softplus(float)"/>
    public static Vector512<float> Softplus(Vector512<float> x) => Lanewise<SoftPlus>.Apply(x);

    /// <summary><see cref="Elementary.Softplus(float)"/> of each element.</summary>
    /// <param name="source">Arguments, shape [n].</param>
    /// <param name="destination">Written, shape [n]; may be the same memory as <paramref name="source"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap otherwise.</exception>
    /// <remarks>Error at most 1.85 ulp (all floats tried).</remarks>
    public static void Softplus(ReadOnlySpan<float> source, Span<float> destination) =>
        SpanMap.Apply<Lanewise<SoftPlus>, float>(source, destination);

    /// <inheritdoc cref="Elementary.Erf(float)"/>
    public static Vector256<float> Erf(Vector256<float> x) => Lanewise<ErrorIntegral>.Apply(x);

    /// <inheritdoc cref="Elementary.Erf(float)"/>
    public static Vector512<float> Erf(Vector512<float> x) => Lanewise<ErrorIntegral>.Apply(x);

    /// <summary><see cref="Elementary.Erf(float)"/> of each element.</summary>
    /// <param name="source">Arguments, shape [n].</param>
    /// <param name="destination">Written, shape [n]; may be the same memory as <paramref name="source"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap otherwise.</exception>
    /// <remarks>Error at most 1.15 ulp (all floats tried).</remarks>
    public static void Erf(ReadOnlySpan<float> source, Span<float> destination) =>
        SpanMap.Apply<Lanewise<ErrorIntegral>, float>(source, destination);

    /// <inheritdoc cref="Elementary.Sin(float)"/>
    public static Vector256<float> Sin(Vector256<float> x) => SingleSine.Apply(x);

    /// <inheritdoc cref="Elementary.Sin(float)"/>
    public static Vector512<float> Sin(Vector512<float> x) => SingleSine.Apply(x);

    /// <summary><see cref="Elementary.Sin(float)"/> of each element.</summary>
    /// <param name="source">Angles, shape [n], in radians.</param>
    /// <param name="destination">Written, shape [n]; may be the same memory as <paramref name="source"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap otherwise.</exception>
    /// <remarks>Error at most 0.5001 ulp (all floats tried).</remarks>
    public static void Sin(ReadOnlySpan<float> source, Span<float> destination) =>
        SpanMap.Apply<SingleSine, float>(source, destination);

    /// <inheritdoc cref="Elementary.Cos(float)"/>
    public static Vector256<float> Cos(Vector256<float> x) => SingleCosine.Apply(x);

    /// <inheritdoc cref="Elementary.Cos(float)"/>
    public static Vector512<float> Cos(Vector512<float> x) => SingleCosine.Apply(x);

    /// <summary><see cref="Elementary.Cos(float)"/> of each element.</summary>
    /// <param name="source">Angles, shape [n], in radians.</param>
    /// <param name="destination">Written, shape [n]; may be the same memory as <paramref name="source"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap otherwise.</exception>
    /// <remarks>Error at most 0.5001 ulp (every 257th float tried).</remarks>
    public static void Cos(ReadOnlySpan<float> source, Span<float> destination) =>
        SpanMap.Apply<SingleCosine, float>(source, destination);

    /// <inheritdoc cref="Elementary.Sin(double)"/>
    public static Vector256<double> Sin(Vector256<double> x) => DoubleSine.Apply(x);

    /// <inheritdoc cref="Elementary.Sin(double)"/>
    public static Vector512<double> Sin(Vector512<double> x) => DoubleSine.Apply(x);

    /// <summary><see cref="Elementary.Sin(double)"/> of each element.</summary>
    /// <param name="source">Angles, shape [n], in radians.</param>
    /// <param name="destination">Written, shape [n]; may be the same memory as <paramref name="source"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap otherwise.</exception>
    /// <remarks>Error at most 0.5001 ulp: the nearest double but for about one result in a million.</remarks>
    public static void Sin(ReadOnlySpan<double> source, Span<double> destination) =>
        SpanMap.Apply<DoubleSine, double>(source, destination);

    /// <inheritdoc cref="Elementary.Cos(double)"/>
    public static Vector256<double> Cos(Vector256<double> x) => DoubleCosine.Apply(x);

    /// <inheritdoc cref="Elementary.Cos(double)"/>
    public static Vector512<double> Cos(Vector512<double> x) => DoubleCosine.Apply(x);

    /// <summary><see cref="Elementary.Cos(double)"/> of each element.</summary>
    /// <param name="source">Angles, shape [n], in radians.</param>
    /// <param name="destination">Written, shape [n]; may be the same memory as <paramref name="source"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap otherwise.</exception>
    /// <remarks>Error at most 0.5001 ulp: the nearest double but for about one result in a million.</remarks>
    public static void Cos(ReadOnlySpan<double> source, Span<double> destination) =>
        SpanMap.Apply<DoubleCosine, double>(source, destination);

    /// <inheritdoc cref="Elementary.SinCos(double)"/>
    public static (Vector256<double> Sine, Vector256<double> Cosine) SinCos(Vector256<double> x)
    {
        DoubleTrigonometry.SinCos(x, out var sine, out var cosine);
        return (sine, cosine);
    }

    /// <inheritdoc cref="Elementary.SinCos(double)"/>
    public static (Vector512<double> Sine, Vector512<double> Cosine) SinCos(Vector512<double> x)
    {
        DoubleTrigonometry.SinCos(x, out var sine, out var cosine);
        return (sine, cosine);
    }

    /// <summary><see cref="Elementary.SinCos(double)"/> of each element.</summary>
    /// <param name="angles">Angles, shape [n], in radians.</param>
    /// <param name="sines">Written, shape [n]; may be the same memory as <paramref name="angles"/>.</param>
    /// <param name="cosines">Written, shape [n]; may be the same memory as <paramref name="angles"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or spans overlap otherwise.</exception>
    /// <remarks>Error at most 0.5001 ulp each.</remarks>
    public static void SinCos(ReadOnlySpan<double> angles, Span<double> sines, Span<double> cosines) =>
        SpanMap.SinCos(angles, sines, cosines);

    /// <inheritdoc cref="Elementary.Log(double)"/>
    public static Vector256<double> Log(Vector256<double> x) => DoubleLogarithm.Apply(x);

    /// <inheritdoc cref="Elementary.Log(double)"/>
    public static Vector512<double> Log(Vector512<double> x) => DoubleLogarithm.Apply(x);

    /// <summary><see cref="Elementary.Log(double)"/> of each element.</summary>
    /// <param name="source">Arguments, shape [n].</param>
    /// <param name="destination">Written, shape [n]; may be the same memory as <paramref name="source"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap otherwise.</exception>
    /// <remarks>Error at most 0.65 ulp.</remarks>
    public static void Log(ReadOnlySpan<double> source, Span<double> destination) =>
        SpanMap.Apply<DoubleLogarithm, double>(source, destination);
}
