using ActorIL.Core.Mathematics;
using ActorIL.Numerics.Networks;

namespace ActorIL.Numerics.Tests.Networks;

/// <summary>The naive twins of the activations, one number at a time.</summary>
internal static class NaiveActivation
{
    public static float Apply(ActivationFunction function, float x) =>
        function switch
        {
            ActivationFunction.Tanh => Elementary.Tanh(x),
            ActivationFunction.Relu => x <= 0f ? 0f : x,
            ActivationFunction.Gelu => MathF.FusedMultiplyAdd(0.5f * x, Elementary.Erf(x * 0.70710678f), 0.5f * x),
            ActivationFunction.Silu => x * Elementary.Sigmoid(x),
        };

    public static float Gradient(ActivationFunction function, float gradient, float x, float y) =>
        function switch
        {
            ActivationFunction.Tanh => MathF.FusedMultiplyAdd(-y, y, 1f) * gradient,
            ActivationFunction.Relu => y <= 0f ? 0f : gradient,
            ActivationFunction.Gelu => GeluSlope(x) * gradient,
            ActivationFunction.Silu => SiluSlope(x) * gradient,
        };

    private static float GeluSlope(float x)
    {
        var share = MathF.FusedMultiplyAdd(0.5f, Elementary.Erf(x * 0.70710678f), 0.5f);
        return MathF.FusedMultiplyAdd(x, Elementary.Exp(-0.5f * x * x) * 0.39894228f, share);
    }

    private static float SiluSlope(float x)
    {
        var share = Elementary.Sigmoid(x);
        return MathF.FusedMultiplyAdd(x * share, 1f - share, share);
    }
}
