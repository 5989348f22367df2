using ActorIL.Numerics.Optimization;
using ActorIL.Testing;

namespace ActorIL.Numerics.Tests.Optimization;

public sealed class AdamTests
{
    [Fact]
    public void Every_length_gives_the_bits_of_the_plain_formula() =>
        Seeded.Run(
            60,
            seed =>
            {
                var count = RandomFloats.Integer(seed, "count", 0, 70);
                var parameters = RandomFloats.Of(seed, "parameters", count);
                var (first, second) = (new float[count], new float[count]);
                var naive = (float[])parameters.Clone();
                var (naiveFirst, naiveSecond) = (new float[count], new float[count]);
                for (var t = 1; t <= 4; t++)
                {
                    var gradients = RandomFloats.Of(seed, $"gradients {t}", count);
                    var scale = GradientClipping.Scale(GradientClipping.Norm(gradients), normMax: 0.5f);
                    Adam.Step(AdamSettings.Default, 3e-3, t, scale, gradients, first, second, parameters);
                    for (var i = 0; i < count; i++)
                    {
                        Naive(t, gradients[i] * scale, ref naiveFirst[i], ref naiveSecond[i], ref naive[i]);
                    }
                }

                Bits.Equal(naive, parameters);
                Bits.Equal(naiveFirst, first);
                Bits.Equal(naiveSecond, second);
            }
        );

    [Fact]
    public void The_first_step_is_the_learning_rate_whatever_the_gradient()
    {
        float[] parameters = [0f, 0f, 0f];
        Adam.Step(
            AdamSettings.Default,
            learningRate: 0.125,
            stepIndex: 1,
            gradientScale: 1f,
            [4f, -0.5f, 100f],
            new float[3],
            new float[3],
            parameters
        );
        Assert.All(parameters.Zip([-0.125f, 0.125f, -0.125f]), pair => Assert.Equal(pair.Second, pair.First, 1e-6f));
    }

    [Fact]
    public void Powers_by_squaring_agree_with_repeated_multiplication()
    {
        var product = 1.0;
        for (var exponent = 0; exponent < 3000; exponent++)
        {
            Assert.Equal(product, AdamConstants.Power(0.999, exponent), product * 1e-12);
            product *= 0.999;
        }
    }

    [Theory]
    [InlineData(0f, 1f)]
    [InlineData(0.25f, 1f)]
    [InlineData(1f, 0.4999995f)]
    [InlineData(float.PositiveInfinity, 0f)]
    public void A_gradient_is_scaled_down_only_when_its_norm_exceeds_the_limit(float norm, float scale) =>
        Assert.Equal(scale, GradientClipping.Scale(norm, normMax: 0.5f), tolerance: 1e-7f);

    [Fact]
    public void A_step_index_of_zero_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Adam.Step(AdamSettings.Default, 1e-3, stepIndex: 0, gradientScale: 1f, [], [], [], [])
        );

    private static void Naive(int t, float g, ref float m, ref float v, ref float parameter)
    {
        m = MathF.FusedMultiplyAdd(0.9f, m, g * (float)(1 - 0.9));
        v = MathF.FusedMultiplyAdd(0.999f, v, g * (float)(1 - 0.999) * g);
        var stepSize = (float)(3e-3 / (1 - AdamConstants.Power(0.9, t)));
        var correction = (float)(1 / (1 - AdamConstants.Power(0.999, t)));
        parameter -= m * stepSize / (MathF.Sqrt(v * correction) + (float)1e-8);
    }
}
