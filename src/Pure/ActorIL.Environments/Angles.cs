namespace ActorIL.Environments;

/// <summary>Angles in radians.</summary>
internal static class Angles
{
    /// <summary>The angle in [-π, π) that differs from <paramref name="angle"/> by whole turns.</summary>
    public static double Wrap(double angle) => FlooredModulo(angle + Math.PI, 2 * Math.PI) - Math.PI;

    /// <summary>The remainder with the sign of the divisor, which is positive, as numpy computes it.</summary>
    public static double FlooredModulo(double dividend, double divisor)
    {
        // The remainder of the hardware-independent % is exact, so it has the same bits everywhere.
        var remainder = dividend % divisor;
        return remainder < 0 ? remainder + divisor
            : remainder == 0 ? 0
            : remainder;
    }

    /// <summary>The angle from the first axis to a direction, in [-π, π]; 0 for no direction.</summary>
    /// <param name="cosine">Along the first axis, at any scale.</param>
    /// <param name="sine">Along the second axis, at the same scale.</param>
    /// <remarks>Half of it has the slope sine / (length + cosine). Error below 1e-14 off the seam at ±π.</remarks>
    public static double OfDirection(double cosine, double sine)
    {
        var length = Math.Sqrt((cosine * cosine) + (sine * sine));
        return cosine >= 0
            ? length == 0
                ? 0
                : 2 * OfSlope(sine / (length + cosine))
            : (sine >= 0 ? Math.PI : -Math.PI) - (2 * OfSlope(sine / (length - cosine)));
    }

    /// <summary>The angle of a slope, in (-π/2, π/2).</summary>
    /// <param name="slope">Its tangent, a number.</param>
    /// <remarks>
    /// Error below 1e-15: the angle is halved three times by atan t = 2 atan(t / (1 + √(1 + t²))), which leaves
    /// |t| ≤ 0.199 for the first eleven terms of Gregory's series.
    /// </remarks>
    public static double OfSlope(double slope)
    {
        const int halvings = 3;
        const int lastPower = 21;
        var tangent = slope;
        for (var halving = 0; halving < halvings; halving++)
        {
            // Written so that the square of a large slope does no harm: it becomes infinite, and the quotient ±1.
            var root = Math.Sqrt(1 + (tangent * tangent));
            tangent = double.IsFinite(root) ? tangent / (1 + root) : Math.Sign(tangent);
        }

        var square = tangent * tangent;
        var sum = 0.0;
        for (var power = lastPower; power >= 1; power -= 2)
        {
            sum = (1.0 / power) - (square * sum);
        }

        return (1 << halvings) * tangent * sum;
    }
}
