using ActorIL.Core.Mathematics.Kernels;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics;

/// <summary>Elementary functions whose bits are the same on every machine.</summary>
public static class Elementary
{
    /// <summary>e^x.</summary>
    public static float Exp(float x) => Lanewise<Exponential>.Apply(x);

    /// <summary>Natural logarithm.</summary>
    public static float Log(float x) => Lanewise<NaturalLogarithm>.Apply(x);

    /// <summary>Hyperbolic tangent.</summary>
    public static float Tanh(float x) => Lanewise<HyperbolicTangent>.Apply(x);

    /// <summary>1 / (1 + e^-x).</summary>
    public static float Sigmoid(float x) => Lanewise<LogisticSigmoid>.Apply(x);

    /// <summary>log(1 + e^x).</summary>
    public static float Softplus(float x) => Lanewise<SoftPlus>.Apply(x);

    /// <summary>Error function.</summary>
    public static float Erf(float x) => Lanewise<ErrorIntegral>.Apply(x);

    /// <summary>Sine, x in radians.</summary>
    public static float Sin(float x) => SingleSine.Apply(x);

    /// <summary>Cosine, x in radians.</summary>
    public static float Cos(float x) => SingleCosine.Apply(x);

    /// <summary>Sine, x in radians.</summary>
    public static double Sin(double x) => DoubleSine.Apply(x);

    /// <summary>Cosine, x in radians.</summary>
    public static double Cos(double x) => DoubleCosine.Apply(x);

    /// <summary>Sine and cosine together, x in radians.</summary>
    public static (double Sine, double Cosine) SinCos(double x)
    {
        DoubleTrigonometry.SinCos(x, out var sine, out var cosine);
        return (sine, cosine);
    }

    /// <summary>Natural logarithm.</summary>
    public static double Log(double x) => DoubleNaturalLogarithm.Apply(new DoubleLane(x)).Value;
}
