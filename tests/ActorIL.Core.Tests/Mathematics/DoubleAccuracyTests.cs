using System.Numerics;
using ActorIL.Core.Mathematics;
using static System.FormattableString;

namespace ActorIL.Core.Tests.Mathematics;

/// <summary>The double functions against big-integer series.</summary>
public sealed class DoubleAccuracyTests
{
    private const int SampleCount = 20_000;

    public static TheoryData<string, double> AngleRanges =>
        new()
        {
            { "the first quadrant", 0.7853981633974483 },
            { "a few turns", 10 },
            { "long swings", 1e5 },
            { "the last angle reduced by three doubles", 268435456 },
            { "large angles", 1e18 },
        };

    [Theory]
    [MemberData(nameof(AngleRanges))]
    public void Sine_and_cosine_keep_their_promise_up_to(string range, double limit)
    {
        Assert.NotEmpty(range);
        AssertSinCos(SampleCount, index => ((2 * Sweep.Fraction(index)) - 1) * limit);
    }

    [Fact]
    public void Sine_and_cosine_keep_their_promise_for_every_exponent() =>
        AssertSinCos(
            SampleCount,
            index => Math.ScaleB(1 + Sweep.Fraction(index), -1022 + (index % 2046)) * ((index & 1) == 0 ? 1 : -1));

    [Fact]
    public void Sine_and_cosine_keep_their_promise_next_to_multiples_of_half_pi() =>
        AssertSinCos(
            SampleCount,
            index =>
            {
                var multiple = Math.Floor(Math.ScaleB(Sweep.Fraction(index), index % 60)) * (Math.PI / 2);
                return (index % 3) switch
                {
                    0 => multiple,
                    1 => Math.BitIncrement(multiple),
                    _ => Math.BitDecrement(multiple),
                };
            });

    [Fact]
    public void Logarithm_keeps_its_promise_for_every_exponent() =>
        AssertLog(SampleCount, index => Math.ScaleB(1 + Sweep.Fraction(index), -1022 + (index % 2046)));

    [Fact]
    public void Logarithm_keeps_its_promise_around_one() =>
        AssertLog(SampleCount, index => 1 + (((2 * Sweep.Fraction(index)) - 1) * Math.ScaleB(0.5, -(index % 50))));

    [Fact]
    public void Logarithm_keeps_its_promise_between_zero_and_one() =>
        AssertLog(SampleCount, index => 1 - Sweep.Fraction(index));

    /// <summary>Some minutes; run as <see cref="SingleAccuracyTests"/> says.</summary>
    [Fact(Explicit = true)]
    [Trait("Category", "Exhaustive")]
    public void Sine_cosine_and_logarithm_keep_their_promise_for_millions()
    {
        const int million = 1_000_000;
        AssertSinCos(million, index => ((2 * Sweep.Fraction(index)) - 1) * 0.7853981633974483);
        AssertSinCos(million, index => ((2 * Sweep.Fraction(index)) - 1) * 1e5);
        AssertSinCos(million, index => Math.ScaleB(1 + Sweep.Fraction(index), (index % 1074) - 50));
        AssertLog(million, index => 1 - Sweep.Fraction(index));
        AssertLog(million, index => 0.5 + (1.5 * Sweep.Fraction(index)));
    }

    private static void AssertSinCos(int count, Func<int, double> angle)
    {
        var sine = new WorstCase("Sin");
        var cosine = new WorstCase("Cos");
        for (var index = 0; index < count; index++)
        {
            var x = angle(index);
            var (exactSine, exactCosine) = FixedPoint.SinCos(x);
            if (Math.Abs(x) > 1e-30)
            {
                sine.Meet(x, Elementary.Sin(x), exactSine);
            }
            else
            {
                Assert.Equal(x, Elementary.Sin(x));
            }

            cosine.Meet(x, Elementary.Cos(x), exactCosine);
        }

        sine.AssertPromise();
        cosine.AssertPromise();
    }

    private static void AssertLog(int count, Func<int, double> argument)
    {
        var worst = new WorstCase("Log");
        for (var index = 0; index < count; index++)
        {
            var x = argument(index);
            worst.Meet(x, Elementary.Log(x), FixedPoint.Log(x));
        }

        worst.AssertPromise();
    }

    private sealed class WorstCase(string name)
    {
        private double _ulpMax;
        private double _at;
        private int _count;
        private int _misroundedCount;

        public void Meet(double x, double actual, BigInteger exact)
        {
            var ulp = UlpError.Of(actual, exact);
            _count++;
            _misroundedCount += ulp > 0.5 ? 1 : 0;
            (_ulpMax, _at) = ulp > _ulpMax ? (ulp, x) : (_ulpMax, _at);
        }

        public void AssertPromise()
        {
            TestContext.Current.TestOutputHelper?.WriteLine(
                Invariant($"{name}: {_ulpMax:F6} ulp at {_at:R}, {_misroundedCount} of {_count} misrounded"));
            Assert.True(
                _ulpMax <= FunctionTable.DocumentedUlpMax(name, typeof(double)),
                Invariant($"{name}({_at:R}) is {_ulpMax:F6} ulp off."));
        }
    }
}
