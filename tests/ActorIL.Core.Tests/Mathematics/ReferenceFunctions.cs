namespace ActorIL.Core.Tests.Mathematics;

/// <summary>
/// The float functions in double, by other means: at least 2^25 times more precise than what they judge.
/// </summary>
internal static class ReferenceFunctions
{
    public static double Sigmoid(double x)
    {
        var decay = Math.Exp(-Math.Abs(x));
        return x < 0 ? decay / (1 + decay) : 1 / (1 + decay);
    }

    /// <summary>Below e^-|x| = 0.001 the alternating series replaces log(1 + e), which would lose e's digits.</summary>
    public static double Softplus(double x)
    {
        var decay = Math.Exp(-Math.Abs(x));
        var tail = decay < 1e-3
            ? decay * (1 - (decay * ((1 / 2.0) - (decay * ((1 / 3.0) - (decay * ((1 / 4.0) - (decay / 5))))))))
            : Math.Log(1 + decay);
        return Math.Max(x, 0) + tail;
    }

    /// <summary>2 / √π · e^(-x²) · Σ 2ⁿ x^(2n+1) / (2n+1)!!: every term positive, so that nothing cancels.</summary>
    public static double Erf(double x)
    {
        var magnitude = Math.Abs(x);
        if (magnitude > 6)
        {
            return Math.Sign(x);
        }

        var (sum, term) = (0.0, magnitude);
        for (var n = 0; term > sum * 1e-18; n++)
        {
            sum += term;
            term *= 2 * magnitude * magnitude / ((2 * n) + 3);
        }

        return Math.CopySign(2 / Math.Sqrt(Math.PI) * Math.Exp(-magnitude * magnitude) * sum, x);
    }
}
