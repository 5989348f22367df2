using System.Runtime.CompilerServices;

namespace ActorIL.Hosting;

/// <summary>
/// Checks that a thread computes as IEEE 754 says by default: a native library may have switched subnormals off or changed
/// the rounding, and then no bit could be promised.
/// </summary>
public static class FloatingPointProbe
{
    private const float UnitRoundoff = 5.9604645E-08f;
    private const float SmallestNormal = 1.17549435E-38f;
    private const double SmallestNormalDouble = 2.2250738585072014E-308;

    /// <summary>Whether this thread keeps subnormals, rounds to nearest even, and rounds a multiply-add once.</summary>
    public static bool IsStrict()
    {
        var keepsSubnormals = Multiply(SmallestNormal, 0.5f) > 0f && Multiply(SmallestNormalDouble, 0.5) > 0;
        var roundsToEven = Add(1f, UnitRoundoff) == 1f && Add(-1f, -UnitRoundoff) == -1f
            && Add(1f + (2 * UnitRoundoff), UnitRoundoff) == 1f + (4 * UnitRoundoff);
        var fuses = Fused(1f + (2 * UnitRoundoff), 1f - (2 * UnitRoundoff), -1f) == -4 * UnitRoundoff * UnitRoundoff;
        return keepsSubnormals && roundsToEven && fuses;
    }

    /// <summary>Refuses to go on on a thread that does not.</summary>
    /// <exception cref="InvalidOperationException">The thread's floating-point state is not the default.</exception>
    public static void Require()
    {
        if (!IsStrict())
        {
            throw new InvalidOperationException(
                "Found a thread that flushes subnormals or rounds unlike IEEE 754; wanted the default state. "
                + "Find the native library that changed it, and load it in another process.");
        }
    }

    // Kept out of line, or the compiler would compute the answers itself.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Multiply(float left, float right) => left * right;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Multiply(double left, double right) => left * right;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Add(float left, float right) => left + right;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Fused(float left, float right, float addend) => MathF.FusedMultiplyAdd(left, right, addend);
}
