using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ActorIL.Core.Prelude;

namespace ActorIL.Core.Mathematics;

/// <summary>
/// Checks that this thread's arithmetic is the one every result here assumes. Native code loaded into the process can
/// change it behind the runtime's back, so hosts check each worker at start and after a plug-in loads.
/// </summary>
public static class FloatingPointProbe
{
    /// <summary>
    /// Subnormals kept, rounding to nearest even, fused multiply-add rounded once, scalar and vector.
    /// </summary>
    /// <returns>True, or which assumption fails and what was computed.</returns>
    public static Result<bool, Error> Check() =>
        CheckSubnormals().Then(_ => CheckRounding()).Then(_ => CheckFused()).Then(_ => CheckDouble());

    /// <summary>
    /// Whether subnormals are kept and sums rounded to nearest even: what libraries change. In the time of a few sums,
    /// for who asks often.
    /// </summary>
    public static bool IsIntact =>
        (Opaque(0x00800000) * 0.5f) + (Opaque(0x00000001) * 2f) == BitConverter.Int32BitsToSingle(0x00400002)
        && Opaque(0x3F800000) + Opaque(0x33800000) == 1f
        && Opaque(0x3F800001) + Opaque(0x33800000) == BitConverter.Int32BitsToSingle(0x3F800002)
        && Opaque(unchecked((int)0xBF800001)) - Opaque(0x33800000)
            == BitConverter.Int32BitsToSingle(unchecked((int)0xBF800002));

    private static Result<bool, Error> CheckSubnormals()
    {
        // The smallest normal number, halved, and the smallest subnormal, doubled: flush-to-zero changes the first,
        // denormals-are-zero the second.
        var half = Opaque(0x00800000) * 0.5f;
        var twice = Opaque(0x00000001) * 2f;
        var vector = Vector256.Create(Opaque(0x00800000)) * Vector256.Create(Opaque(0x3F000000));
        return Expect("subnormals", half, 0x00400000)
            .Then(_ => Expect("subnormals", twice, 0x00000002))
            .Then(_ => Expect("subnormals in vectors", vector[7], 0x00400000));
    }

    private static Result<bool, Error> CheckRounding()
    {
        // 1 + 2⁻²⁴ is a tie that goes down to the even 1; the next one up goes to 1 + 2⁻²²; and so below zero.
        var down = Opaque(0x3F800000) + Opaque(0x33800000);
        var up = Opaque(0x3F800001) + Opaque(0x33800000);
        var below = Opaque(unchecked((int)0xBF800001)) - Opaque(0x33800000);
        var root = MathF.Sqrt(Opaque(0x40000000));
        return Expect("rounding", down, 0x3F800000)
            .Then(_ => Expect("rounding", up, 0x3F800002))
            .Then(_ => Expect("rounding", below, unchecked((int)0xBF800002)))
            .Then(_ => Expect("rounding of the root", root, 0x3FB504F3));
    }

    private static Result<bool, Error> CheckFused()
    {
        // (1 + 2⁻²³)² - (1 + 2⁻²²) is 2⁻⁴⁶ with one rounding and 0 with two.
        var (factor, addend) = (Opaque(0x3F800001), Opaque(unchecked((int)0xBF800002)));
        var scalar = MathF.FusedMultiplyAdd(factor, factor, addend);
        var vector = Vector256.FusedMultiplyAdd(
            Vector256.Create(factor),
            Vector256.Create(factor),
            Vector256.Create(addend)
        );
        var separate = (factor * factor) + addend;
        return Expect("fused multiply-add", scalar, 0x28800000)
            .Then(_ => Expect("fused multiply-add in vectors", vector[7], 0x28800000))
            .Then(_ => Expect("separate multiplication and addition", separate, 0));
    }

    private static Result<bool, Error> CheckDouble()
    {
        // Extended precision or another rounding mode would show in the last bit of these.
        var third = 1.0 / Opaque(0x40400000);
        var tie = Opaque(0x3F800000) + (double.Epsilon + 1.1102230246251565e-16);
        return third == 0.33333333333333331 && tie == 1.0
            ? Result.Success<bool, Error>(true)
            : Fail("double arithmetic", third.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static Result<bool, Error> Expect(string what, float found, int wantedBits) =>
        BitConverter.SingleToInt32Bits(found) == wantedBits
            ? Result.Success<bool, Error>(true)
            : Fail(what, $"bits {BitConverter.SingleToInt32Bits(found):x8} instead of {wantedBits:x8}");

    private static Result<bool, Error> Fail(string what, string found) =>
        Result.Failure<bool, Error>(
            new(
                $"floating-point state: {what}",
                found,
                "IEEE arithmetic, rounding to nearest, with subnormals",
                "Remove the library that changes the processor's floating-point mode."
            )
        );

    // Not inlined, so that the sums are computed when asked and not folded by the compiler.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Opaque(int bits) => BitConverter.Int32BitsToSingle(bits);
}
