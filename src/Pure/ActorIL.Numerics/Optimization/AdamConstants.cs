namespace ActorIL.Numerics.Optimization;

/// <summary>The numbers of one Adam step, computed in double and rounded to float once.</summary>
internal readonly struct AdamConstants
{
    public AdamConstants(in AdamSettings settings, double learningRate, long stepIndex, float gradientScale)
    {
        GradientScale = gradientScale;
        FirstDecay = (float)settings.FirstDecay;
        FirstShare = (float)(1 - settings.FirstDecay);
        SecondDecay = (float)settings.SecondDecay;
        SecondShare = (float)(1 - settings.SecondDecay);
        StepSize = (float)(learningRate / (1 - Power(settings.FirstDecay, stepIndex)));
        SecondCorrection = (float)(1 / (1 - Power(settings.SecondDecay, stepIndex)));
        Epsilon = (float)settings.Epsilon;
    }

    public float GradientScale { get; }

    public float FirstDecay { get; }

    /// <summary>1 - β₁.</summary>
    public float FirstShare { get; }

    public float SecondDecay { get; }

    /// <summary>1 - β₂.</summary>
    public float SecondShare { get; }

    /// <summary>η / (1 - β₁ᵗ).</summary>
    public float StepSize { get; }

    /// <summary>1 / (1 - β₂ᵗ).</summary>
    public float SecondCorrection { get; }

    public float Epsilon { get; }

    /// <summary>
    /// value to the power of exponent, by repeated squaring: multiplications only, so the same everywhere.
    /// </summary>
    internal static double Power(double value, long exponent)
    {
        var power = 1.0;
        for (var square = value; exponent > 0; exponent >>= 1, square *= square)
        {
            power = (exponent & 1) == 0 ? power : power * square;
        }

        return power;
    }
}
