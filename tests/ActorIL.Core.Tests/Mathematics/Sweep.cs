using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Core.Tests.Mathematics;

/// <summary>Arguments spread over all bit patterns, and the vector forms applied to them.</summary>
internal static class Sweep
{
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;

    /// <summary>Floats evenly over the bit patterns: every exponent and NaN, the special values first.</summary>
    public static float[] Singles(int count)
    {
        float[] special =
        [
            0f, -0f, 1f, -1f, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue, float.NaN, -float.NaN,
            float.PositiveInfinity, float.NegativeInfinity, 1.17549435e-38f, 88.72284f, -103.97208f, 268435456f,
        ];
        return
        [
            .. special,
            .. Enumerable.Range(0, count - special.Length)
                .Select(index => BitConverter.UInt32BitsToSingle((uint)((ulong)index * GoldenRatio >> 32))),
        ];
    }

    /// <summary>Doubles evenly over the bit patterns, the special values first.</summary>
    public static double[] Doubles(int count)
    {
        double[] special =
        [
            0.0, -0.0, 1.0, -1.0, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue, double.NaN,
            -double.NaN, double.PositiveInfinity, double.NegativeInfinity, 2.2250738585072014e-308, 268435456,
            268435456.00000006, 0.78,
        ];
        return
        [
            .. special,
            .. Enumerable.Range(0, count - special.Length)
                .Select(index => BitConverter.UInt64BitsToDouble((ulong)index * GoldenRatio)),
        ];
    }

    /// <summary>Doubles in (-100, 100): no vector of them leaves the fast path of sine and cosine.</summary>
    public static double[] EverydayDoubles(int count) =>
        [.. Enumerable.Range(0, count).Select(index => (Fraction(index) * 200) - 100)];

    /// <summary>The index spread evenly over [0, 1).</summary>
    public static double Fraction(int index) => (((ulong)index * GoldenRatio) >> 11) * Math.ScaleB(1, -53);

    public static T[] Narrow<T>(FunctionForms<T> forms, T[] arguments)
        where T : struct
    {
        var results = new T[arguments.Length];
        for (var index = 0; index < results.Length; index += Vector256<T>.Count)
        {
            forms.Narrow(Vector256.Create(arguments, index)).CopyTo(results, index);
        }

        return results;
    }

    public static T[] Wide<T>(FunctionForms<T> forms, T[] arguments)
        where T : struct
    {
        var results = new T[arguments.Length];
        for (var index = 0; index < results.Length; index += Vector512<T>.Count)
        {
            forms.Wide(Vector512.Create(arguments, index)).CopyTo(results, index);
        }

        return results;
    }

    /// <summary>The bytes, so that minus zero differs from zero and a NaN equals itself.</summary>
    public static byte[] Bits<T>(T[] values)
        where T : struct => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();
}
