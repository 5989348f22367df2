using FsCheck;
using FsCheck.Fluent;

namespace ActorIL.Testing;

/// <summary>Generators that laws need again and again.</summary>
public static class Any
{
    /// <summary>Integers in [minimum, maximum].</summary>
    public static Gen<int> Integer(int minimum, int maximum) => Gen.Choose(minimum, maximum);

    /// <summary>All 64-bit seeds, evenly.</summary>
    public static Gen<ulong> Seed { get; } =
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        select ((ulong)(uint)high << 32) | (uint)low;

    /// <summary>Every float, evenly over the bit patterns: subnormals, infinities and NaN among them.</summary>
    public static Gen<float> FloatBits { get; } =
        Gen.Choose(int.MinValue, int.MaxValue).Select(BitConverter.Int32BitsToSingle);

    /// <summary>Every finite float, evenly over the bit patterns.</summary>
    public static Gen<float> FiniteFloatBits { get; } = FloatBits.Where(float.IsFinite);

    /// <summary>Floats evenly in [minimum, maximum].</summary>
    public static Gen<float> Float(float minimum, float maximum) =>
        Gen.Choose(0, int.MaxValue).Select(n => (float)Between(minimum, maximum, n));

    /// <summary>Doubles evenly in [minimum, maximum], in 2^31 steps.</summary>
    public static Gen<double> Double(double minimum, double maximum) =>
        Gen.Choose(0, int.MaxValue).Select(n => Between(minimum, maximum, n));

    /// <summary>Arrays of floats in [minimum, maximum], of the given length.</summary>
    public static Gen<float[]> Floats(int length, float minimum, float maximum) =>
        Float(minimum, maximum).ArrayOf(length);

    private static double Between(double minimum, double maximum, int n) =>
        minimum + ((maximum - minimum) * (n / (double)int.MaxValue));
}
