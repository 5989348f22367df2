using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorIL.External.Frames;

/// <summary>Finds what is infinite or no number.</summary>
internal static class FiniteNumbers
{
    private const int Infinity = 0x7F800000;

    /// <summary>Index of the first number that is not finite; -1 where all are.</summary>
    /// <param name="numbers">Shape [n].</param>
    public static int FirstOther(ReadOnlySpan<float> numbers)
    {
        var bits = MemoryMarshal.Cast<float, int>(numbers);
        var index = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var (magnitude, infinity) = (Vector256.Create(int.MaxValue), Vector256.Create(Infinity));
            while (
                index <= bits.Length - Vector256<int>.Count
                && Vector256.LessThanAll(Vector256.Create(bits[index..]) & magnitude, infinity)
            )
            {
                index += Vector256<int>.Count;
            }
        }

        while (index < bits.Length && (bits[index] & int.MaxValue) < Infinity)
        {
            index++;
        }

        return index < bits.Length ? index : -1;
    }

    /// <summary>Index of the first number that is not finite; -1 where all are.</summary>
    /// <param name="numbers">Shape [n].</param>
    public static int FirstOther(ReadOnlySpan<double> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!double.IsFinite(numbers[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
