using ActorIL.Algorithms.Critics;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Advantages;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Tests.Critics;

public class AdvantageEstimationTests
{
    private static readonly GeneralizedAdvantageSettings Settings = new(Discount: 0.9f, Lambda: 0.8f);

    private static readonly ValueNetwork Value = ValueNetwork
        .Create(Samples.TwoNumbers, [8], ActivationFunction.Tanh)
        .Require();

    private static readonly float[] Parameters = [.. Samples.Numbers(new RngKey(1), Value.ParameterCount)];

    [Theory]
    [InlineData(TimeLimitTreatment.Bootstrap, false)]
    [InlineData(TimeLimitTreatment.Terminal, false)]
    [InlineData(TimeLimitTreatment.Bootstrap, true)]
    public void Every_advantage_is_the_sum_of_the_errors_that_follow_it(TimeLimitTreatment timeLimit, bool normalizes)
    {
        var rollout = Samples.Rollout(Samples.Ppo, Samples.ThreeChoices, new RngKey(2));
        var normalizer = normalizes
            ? Standardization.Freeze(RunningMoments.Of(rollout.Observations.AsSpan(), 2), 1e-8, 5)
            : null;
        var estimate = AdvantageEstimation.Estimate(in Settings, Value, Parameters, rollout, normalizer, timeLimit);
        for (var i = 0; i < rollout.Count; i++)
        {
            var expected = Advantage(rollout, normalizer, timeLimit, i);
            Assert.Equal(expected, estimate.Advantages[i], 1e-4);
            Assert.Equal(expected + estimate.Values[i], estimate.Returns[i], 1e-4);
            Assert.Equal(ValueOf(normalizer, rollout.Observations.AsSpan(2 * i, 2)), estimate.Values[i]);
        }
    }

    [Fact]
    public void A_rollout_of_another_size_is_refused()
    {
        var rollout = LinearQuadratic.Rollout(environmentCount: 3, stepCount: 5, new RngKey(1));
        Assert.Throws<ArgumentException>(() => AdvantageEstimation.Estimate(in Settings, Value, Parameters, rollout));
    }

    /// <summary>The twin: the sum forwards in time, in double, looking each next value up by itself.</summary>
    private static double Advantage(
        Rollout rollout,
        Standardization? normalizer,
        TimeLimitTreatment timeLimit,
        int start
    )
    {
        var (sum, weight) = (0.0, 1.0);
        for (var i = start; i < rollout.Count; i += rollout.EnvironmentCount)
        {
            var ending = (Ending)rollout.Endings[i];
            var isLost =
                ending == Ending.Terminated || (ending == Ending.Truncated && timeLimit == TimeLimitTreatment.Terminal);
            double next = isLost ? 0 : ValueOf(normalizer, Next(rollout, ending, i));
            double value = ValueOf(normalizer, rollout.Observations.AsSpan(2 * i, 2));
            sum += weight * (rollout.Rewards[i] + (Settings.Discount * next) - value);
            weight *= ending == Ending.None ? (double)Settings.Discount * Settings.Lambda : 0;
        }

        return sum;
    }

    private static ReadOnlySpan<float> Next(Rollout rollout, Ending ending, int step)
    {
        if (ending == Ending.Truncated)
        {
            var earlier = rollout.Endings.AsSpan(0, step).Count((byte)Ending.Truncated);
            return rollout.FinalObservations.AsSpan(2 * earlier, 2);
        }

        var later = step + rollout.EnvironmentCount;
        return later < rollout.Count
            ? rollout.Observations.AsSpan(2 * later, 2)
            : rollout.LastObservations.AsSpan(2 * (later - rollout.Count), 2);
    }

    private static float ValueOf(Standardization? normalizer, ReadOnlySpan<float> observation)
    {
        var (input, values) = (observation.ToArray(), new float[1]);
        normalizer?.Apply(input, input);
        Value.Evaluate(Parameters, input, values);
        return values[0];
    }
}
