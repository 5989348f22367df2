using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Core.Fields;

/// <summary>The one bit pattern a NaN has wherever bits are hashed or written.</summary>
internal static class CanonicalNumbers
{
    /// <summary>Quiet NaN, 0x7FC00000.</summary>
    public static float NaN => BitConverter.UInt32BitsToSingle(0x7FC00000);

    public static uint Bits(float value) => float.IsNaN(value) ? 0x7FC00000 : BitConverter.SingleToUInt32Bits(value);

    public static ulong Bits(double value) =>
        double.IsNaN(value) ? 0x7FF8000000000000 : BitConverter.DoubleToUInt64Bits(value);

    /// <summary>Whether there is a NaN among numbers, shape [n]; eight are looked at together.</summary>
    internal static bool HasNaN(ReadOnlySpan<float> values)
    {
        var vectors = MemoryMarshal.Cast<float, Vector256<float>>(values);
        foreach (ref readonly var vector in vectors)
        {
            if (!Vector256.EqualsAll(vector, vector))
            {
                return true;
            }
        }

        foreach (var value in values[(vectors.Length * Vector256<float>.Count)..])
        {
            if (float.IsNaN(value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Makes every NaN the one there is, shape [n].</summary>
    internal static void Canonicalize(Span<float> values)
    {
        if (!HasNaN(values))
        {
            return;
        }

        foreach (ref var value in values)
        {
            value = float.IsNaN(value) ? NaN : value;
        }
    }
}
