using System.Runtime.Intrinsics;
using ActorIL.Core.Mathematics.Kernels;

namespace ActorIL.Core.Mathematics;

/// <summary>The functions of <see cref="Elementary"/> over vectors and spans, with the same bits for each element.</summary>
public static class VectorElementary
{
    /// <summary><see cref="Elementary.Exp(float)"/> of each element.</summary>
    public static Vector256<float> Exp(Vector256<float> x) => Lanewise<Exponential>.Apply(x);

    /// <summary><see cref="Elementary.Exp(float)"/> of each element.</summary>
    public static Vector512<float> Exp(Vector512<float> x) => Lanewise<Exponential>.Apply(x);

    /// <summary><see cref="Elementary.Exp(float)"/> of each element; in place if both are the same memory.</summary>
    public static void Exp(ReadOnlySpan<float> source, Span<float> destination) =>
        SpanMap.Apply<Lanewise<Exponential>, float>(source, destination);

    /// <summary><see cref="Elementary.Log(float)"/> of each element.</summary>
    public static Vector256<float> Log(Vector256<float> x) => Lanewise<NaturalLogarithm>.Apply(x);

    /// <summary><see cref="Elementary.Log(float)"/> of each element.</summary>
    public static Vector512<float> Log(Vector512<float> x) => Lanewise<NaturalLogarithm>.Apply(x);

    /// <summary><see cref="Elementary.Log(float)"/> of each element; in place if both are the same memory.</summary>
    public static void Log(ReadOnlySpan<float> source, Span<float> destination) =>
        SpanMap.Apply<Lanewise<NaturalLogarithm>, float>(source, destination);

    /// <summary><see cref="Elementary.Tanh(float)"/> of each element.</summary>
    public static Vector256<float> Tanh(Vector256<float> x) => Lanewise<HyperbolicTangent>.Apply(x);

    /// <summary><see cref="Elementary.Tanh(float)"/> of each element.</summary>
    public static Vector512<float> Tanh(Vector512<float> x) => Lanewise<HyperbolicTangent>.Apply(x);

    /// <summary><see cref="Elementary.Tanh(float)"/> of each element; in place if both are the same memory.</summary>
    public static void Tanh(ReadOnlySpan<float> source, Span<float> destination) =>
        SpanMap.Apply<Lanewise<HyperbolicTangent>, float>(source, destination);

    /// <summary><see cref="Elementary.Sigmoid(float)"/> of each element.</summary>
    public static Vector256<float> Sigmoid(Vector256<float> x) => Lanewise<LogisticSigmoid>.Apply(x);

    /// <summary><see cref="Elementary.Sigmoid(float)"/> of each element.</summary>
    public static Vector512<float> Sigmoid(Vector512<float> x) => Lanewise<LogisticSigmoid>.Apply(x);

    /// <summary><see cref="Elementary.Sigmoid(float)"/> of each element; in place if both are the same memory.</summary>
    public static void Sigmoid(ReadOnlySpan<float> source, Span<float> destination) =>
        SpanMap.Apply<Lanewise<LogisticSigmoid>, float>(source, destination);

    /// <summary><see cref="Elementary.Softplus(float)"/> of each element.</summary>
    public static Vector256<float> Softplus(Vector256<float> x) => Lanewise<SoftPlus>.Apply(x);

    /// <summary><see cref="Elementary.Softplus(float)"/> of each element.</summary>
    public static Vector512<float> Softplus(Vector512<float> x) => Lanewise<SoftPlus>.Apply(x);

    /// <summary><see cref="Elementary.Softplus(float)"/> of each element; in place if both are the same memory.</summary>
    public static void Softplus(ReadOnlySpan<float> source, Span<float> destination) =>
        SpanMap.Apply<Lanewise<SoftPlus>, float>(source, destination);

    /// <summary><see cref="Elementary.Erf(float)"/> of each element.</summary>
    public static Vector256<float> Erf(Vector256<float> x) => Lanewise<ErrorIntegral>.Apply(x);

    /// <summary><see cref="Elementary.Erf(float)"/> of each element.</summary>
    public static Vector512<float> Erf(Vector512<float> x) => Lanewise<ErrorIntegral>.Apply(x);

    /// <summary><see cref="Elementary.Erf(float)"/> of each element; in place if both are the same memory.</summary>
    public static void Erf(ReadOnlySpan<float> source, Span<float> destination) =>
        SpanMap.Apply<Lanewise<ErrorIntegral>, float>(source, destination);

    /// <summary><see cref="Elementary.Sin(float)"/> of each element.</summary>
    public static Vector256<float> Sin(Vector256<float> x) => SingleSine.Apply(x);

    /// <summary><see cref="Elementary.Sin(float)"/> of each element.</summary>
    public static Vector512<float> Sin(Vector512<float> x) => SingleSine.Apply(x);

    /// <summary><see cref="Elementary.Sin(float)"/> of each element; in place if both are the same memory.</summary>
    public static void Sin(ReadOnlySpan<float> source, Span<float> destination) =>
        SpanMap.Apply<SingleSine, float>(source, destination);

    /// <summary><see cref="Elementary.Cos(float)"/> of each element.</summary>
    public static Vector256<float> Cos(Vector256<float> x) => SingleCosine.Apply(x);

    /// <summary><see cref="Elementary.Cos(float)"/> of each element.</summary>
    public static Vector512<float> Cos(Vector512<float> x) => SingleCosine.Apply(x);

    /// <summary><see cref="Elementary.Cos(float)"/> of each element; in place if both are the same memory.</summary>
    public static void Cos(ReadOnlySpan<float> source, Span<float> destination) =>
        SpanMap.Apply<SingleCosine, float>(source, destination);

    /// <summary><see cref="Elementary.Sin(double)"/> of each element.</summary>
    public static Vector256<double> Sin(Vector256<double> x) => DoubleSine.Apply(x);

    /// <summary><see cref="Elementary.Sin(double)"/> of each element.</summary>
    public static Vector512<double> Sin(Vector512<double> x) => DoubleSine.Apply(x);

    /// <summary><see cref="Elementary.Sin(double)"/> of each element; in place if both are the same memory.</summary>
    public static void Sin(ReadOnlySpan<double> source, Span<double> destination) =>
        SpanMap.Apply<DoubleSine, double>(source, destination);

    /// <summary><see cref="Elementary.Cos(double)"/> of each element.</summary>
    public static Vector256<double> Cos(Vector256<double> x) => DoubleCosine.Apply(x);

    /// <summary><see cref="Elementary.Cos(double)"/> of each element.</summary>
    public static Vector512<double> Cos(Vector512<double> x) => DoubleCosine.Apply(x);

    /// <summary><see cref="Elementary.Cos(double)"/> of each element; in place if both are the same memory.</summary>
    public static void Cos(ReadOnlySpan<double> source, Span<double> destination) =>
        SpanMap.Apply<DoubleCosine, double>(source, destination);
}
