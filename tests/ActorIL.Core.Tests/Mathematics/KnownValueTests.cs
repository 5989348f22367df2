using ActorIL.Core.Mathematics;

namespace ActorIL.Core.Tests.Mathematics;

/// <summary>Correctly rounded values computed elsewhere with 1500 bits, and what happens at the edges.</summary>
public sealed class KnownValueTests
{
    private const int NaNBits = 0x7FC00000;
    private const long DoubleNaNBits = 0x7FF8000000000000;

    public static TheoryData<string> SingleNames => FunctionTable.SingleNames;

    public static TheoryData<string> DoubleNames => FunctionTable.DoubleNames;

    /// <summary>The angle of 5.3e255 is the double that comes closest to a multiple of π/2.</summary>
    [Theory]
    [InlineData(0.05, 0.04997916927067833, 0.9987502603949663)]
    [InlineData(0.5, 0.479425538604203, 0.8775825618903728)]
    [InlineData(1.5707963267948966, 1.0, 6.123233995736766e-17)]
    [InlineData(3.141592653589793, 1.2246467991473532e-16, -1.0)]
    [InlineData(11.0, -0.9999902065507035, 0.004425697988050785)]
    [InlineData(355.0, -3.014435335948845e-05, -0.999999999545659)]
    [InlineData(100000.0, 0.03574879797201651, -0.9993608074382124)]
    [InlineData(268435456.0, -0.9861982118369756, -0.16556897949057875)]
    [InlineData(1e22, -0.8522008497671888, 0.523214785395139)]
    [InlineData(1.329227995784916e+36, 0.377820109360752, -0.9258790228548379)]
    [InlineData(5.319372648326541e+255, 1.0, -4.687165924254628e-19)]
    [InlineData(double.MaxValue, 0.004961954789184062, -0.9999876894265599)]
    [InlineData(1e-300, 1e-300, 1.0)]
    [InlineData(double.Epsilon, double.Epsilon, 1.0)]
    public void Sine_and_cosine_of_doubles_are_the_nearest_doubles(double x, double sine, double cosine)
    {
        Assert.Equal(sine, Elementary.Sin(x));
        Assert.Equal(cosine, Elementary.Cos(x));
        Assert.Equal((sine, cosine), Elementary.SinCos(x));
        Assert.Equal((-sine, cosine), Elementary.SinCos(-x));
    }

    [Theory]
    [InlineData(double.Epsilon, -744.4400719213812)]
    [InlineData(2.2250738585072014e-308, -708.3964185322641)]
    [InlineData(0.5, -0.6931471805599453)]
    [InlineData(0.9999999999999999, -1.1102230246251565e-16)]
    [InlineData(1.0, 0.0)]
    [InlineData(1.0000000000000002, 2.2204460492503128e-16)]
    [InlineData(2.0, 0.6931471805599453)]
    [InlineData(10.0, 2.302585092994046)]
    [InlineData(double.MaxValue, 709.782712893384)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(0.0, double.NegativeInfinity)]
    public void Logarithm_of_doubles_has_its_known_values(double x, double logarithm) =>
        Assert.Equal(logarithm, Elementary.Log(x));

    [Theory]
    [InlineData("Exp", 0f, 1f)]
    [InlineData("Exp", 1f, 2.71828175f)]
    [InlineData("Exp", 88.72283f, 3.40279851e38f)]
    [InlineData("Exp", 88.7228394f, float.PositiveInfinity)]
    [InlineData("Exp", -103.972f, float.Epsilon)]
    [InlineData("Exp", -103.973f, 0f)]
    [InlineData("Exp", float.NegativeInfinity, 0f)]
    [InlineData("Log", 1f, 0f)]
    [InlineData("Log", float.Epsilon, -103.278931f)]
    [InlineData("Log", 0f, float.NegativeInfinity)]
    [InlineData("Log", float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData("Tanh", float.Epsilon, float.Epsilon)]
    [InlineData("Tanh", 9.02f, 1f)]
    [InlineData("Tanh", float.NegativeInfinity, -1f)]
    [InlineData("Sigmoid", 0f, 0.5f)]
    [InlineData("Sigmoid", -103f, 1.40129846e-45f)]
    [InlineData("Sigmoid", float.PositiveInfinity, 1f)]
    [InlineData("Sigmoid", float.NegativeInfinity, 0f)]
    [InlineData("Softplus", 0f, 0.693147182f)]
    [InlineData("Softplus", 1e30f, 1e30f)]
    [InlineData("Softplus", float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData("Softplus", float.NegativeInfinity, 0f)]
    [InlineData("Erf", 3.93f, 1f)]
    [InlineData("Erf", float.NegativeInfinity, -1f)]
    [InlineData("Sin", float.Epsilon, float.Epsilon)]
    [InlineData("Sin", float.MaxValue, -0.521876514f)]
    [InlineData("Cos", 0f, 1f)]
    [InlineData("Cos", float.MaxValue, 0.853021026f)]
    public void Floats_have_their_known_values(string name, float x, float value) =>
        Assert.Equal(value, FunctionTable.Single(name).Scalar(x));

    [Fact]
    public void Logarithm_of_minus_zero_is_that_of_zero()
    {
        Assert.Equal(float.NegativeInfinity, Elementary.Log(-0f));
        Assert.Equal(double.NegativeInfinity, Elementary.Log(-0.0));
    }

    [Theory]
    [InlineData("Log", -1e-45f)]
    [InlineData("Log", float.NegativeInfinity)]
    [InlineData("Sin", float.PositiveInfinity)]
    [InlineData("Cos", float.NegativeInfinity)]
    public void Arguments_outside_the_domain_give_NaN(string name, float x)
    {
        Assert.Equal(NaNBits, BitConverter.SingleToInt32Bits(FunctionTable.Single(name).Scalar(x)));
        Assert.Equal(DoubleNaNBits, BitConverter.DoubleToInt64Bits(FunctionTable.Double(name).Scalar(x)));
    }

    [Theory]
    [MemberData(nameof(SingleNames))]
    public void Every_NaN_gives_the_canonical_one_for_floats(string name)
    {
        foreach (var bits in new[] { NaNBits, -1, 0x7F800001, unchecked((int)0xFF800001), unchecked((int)0xFFC12345) })
        {
            var result = FunctionTable.Single(name).Scalar(BitConverter.Int32BitsToSingle(bits));
            Assert.Equal(NaNBits, BitConverter.SingleToInt32Bits(result));
        }
    }

    [Theory]
    [MemberData(nameof(DoubleNames))]
    public void Every_NaN_gives_the_canonical_one_for_doubles(string name)
    {
        foreach (var bits in new[] { DoubleNaNBits, -1L, 0x7FF0000000000001, unchecked((long)0xFFF8000012345678) })
        {
            var result = FunctionTable.Double(name).Scalar(BitConverter.Int64BitsToDouble(bits));
            Assert.Equal(DoubleNaNBits, BitConverter.DoubleToInt64Bits(result));
        }
    }

    [Theory]
    [InlineData("Tanh")]
    [InlineData("Erf")]
    [InlineData("Sin")]
    public void Odd_functions_keep_minus_zero(string name) =>
        Assert.True(float.IsNegative(FunctionTable.Single(name).Scalar(-0f)));

    [Fact]
    public void Sine_of_a_double_keeps_minus_zero() => Assert.True(double.IsNegative(Elementary.Sin(-0.0)));
}
