using System.Runtime.Intrinsics;
using ActorIL.Core.Mathematics;
using ActorIL.Testing;

namespace ActorIL.Core.Tests.Mathematics;

/// <summary>Scalar, 256-bit, 512-bit and span forms give each element the same bits.</summary>
public sealed class WidthTests
{
    private const int SampleCount = 1 << 17;

    public static TheoryData<string> SingleNames => FunctionTable.SingleNames;

    public static TheoryData<string> DoubleNames => FunctionTable.DoubleNames;

    [Theory]
    [MemberData(nameof(SingleNames))]
    public void Every_width_gives_the_same_bits_for_floats(string name) =>
        AssertSameBits(FunctionTable.Single(name), Sweep.Singles(SampleCount));

    [Theory]
    [MemberData(nameof(DoubleNames))]
    public void Every_width_gives_the_same_bits_for_doubles(string name) =>
        AssertSameBits(FunctionTable.Double(name), Sweep.Doubles(SampleCount));

    [Theory]
    [MemberData(nameof(DoubleNames))]
    public void Every_width_gives_the_same_bits_for_everyday_doubles(string name) =>
        AssertSameBits(FunctionTable.Double(name), Sweep.EverydayDoubles(SampleCount));

    [Theory]
    [MemberData(nameof(SingleNames))]
    public void Length_and_position_never_show(string name)
    {
        var (scalar, span) = (FunctionTable.Single(name).Scalar, FunctionTable.Single(name).Span);
        var arguments = Enumerable.Range(0, 67).Select(index => (index * 0.37f) - 11f).ToArray();
        var expected = arguments.Select(scalar).ToArray();
        for (var length = 0; length <= arguments.Length; length++)
        {
            var inPlace = arguments[(arguments.Length - length)..];
            span(inPlace, inPlace);
            Assert.Equal(expected[(arguments.Length - length)..], inPlace);
        }
    }

    [Fact]
    public void Sine_and_cosine_in_one_pass_are_those_of_two()
    {
        var angles = Sweep.EverydayDoubles(1003);
        var (sines, cosines) = (new double[angles.Length], new double[angles.Length]);
        VectorElementary.SinCos(angles, sines, cosines);
        Assert.Equal(angles.Select(Elementary.Sin), sines);
        Assert.Equal(angles.Select(Elementary.Cos), cosines);

        VectorElementary.SinCos(angles, angles, cosines);
        Assert.Equal(sines, angles);
    }

    [Fact]
    public void Sine_and_cosine_of_vectors_come_together()
    {
        var angles = Sweep.EverydayDoubles(8);
        var narrow = VectorElementary.SinCos(Vector256.Create(angles));
        var wide = VectorElementary.SinCos(Vector512.Create(angles));
        for (var index = 0; index < 8; index++)
        {
            Assert.Equal(Elementary.SinCos(angles[index]), (wide.Sine[index], wide.Cosine[index]));
        }

        Assert.Equal((wide.Sine.GetLower(), wide.Cosine.GetLower()), narrow);
    }

    [Fact]
    public void A_vector_with_one_huge_angle_is_still_right_elsewhere() =>
        Law.Holds(
            Any.FiniteFloatBits,
            angle =>
            {
                var mixed = Vector256.Create(0.5f).WithElement(3, angle);
                var sines = VectorElementary.Sin(mixed);
                return sines[0] == Elementary.Sin(0.5f) && sines[3] == Elementary.Sin(angle);
            });

    [Fact]
    public void Odd_functions_are_odd_in_every_bit() =>
        Law.Holds(
            Any.FloatBits,
            x => float.IsNaN(x)
                || (Elementary.Tanh(-x) == -Elementary.Tanh(x)
                    && Elementary.Erf(-x) == -Elementary.Erf(x)
                    && Elementary.Sin(-x).Equals(-Elementary.Sin(x))));

    [Fact]
    public void Spans_of_different_lengths_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => VectorElementary.Tanh(new float[3], new float[4]));
        Assert.Contains("3", error.Message, StringComparison.Ordinal);
        Assert.Contains("4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Spans_that_overlap_by_part_are_refused()
    {
        var memory = new float[20];
        Assert.Throws<ArgumentException>(() => VectorElementary.Exp(memory.AsSpan(0, 16), memory.AsSpan(1, 16)));
        var angles = new double[8];
        Assert.Throws<ArgumentException>(
            () => VectorElementary.SinCos(angles.AsSpan(0, 4), angles.AsSpan(4), angles.AsSpan(4)));
    }

    private static void AssertSameBits<T>(FunctionForms<T> forms, T[] arguments)
        where T : struct
    {
        var expected = arguments.Select(forms.Scalar).ToArray();
        var span = new T[arguments.Length];
        forms.Span(arguments, span);
        Assert.Equal(Sweep.Bits(expected), Sweep.Bits(span));
        Assert.Equal(Sweep.Bits(expected), Sweep.Bits(Sweep.Narrow(forms, arguments)));
        Assert.Equal(Sweep.Bits(expected), Sweep.Bits(Sweep.Wide(forms, arguments)));
    }
}
