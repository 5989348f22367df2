using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Algorithms.Fitting;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Algorithms.Tests.Fitting;

public class LossCurveTests
{
    [Theory]
    [InlineData(1, new[] { 1L })]
    [InlineData(20, new[] { 1L, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 })]
    [InlineData(50, new[] { 3L, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33, 36, 39, 42, 45, 48, 50 })]
    public void Points_are_means_of_equal_parts_and_the_last_may_be_shorter(int stepCount, long[] places)
    {
        var curve = new LossCurve(stepCount);
        for (var step = 1; step <= stepCount; step++)
        {
            curve.Add(100 + step, loss: step, isLast: step == stepCount);
        }

        Assert.Equal(places.Select(place => 100 + place), curve.Points.Select(point => point.GradientStepCount));
        var starts = places.Prepend(0).Zip(places);
        Assert.Equal(
            starts.Select(part => (part.First + 1 + part.Second) / 2.0),
            curve.Points.Select(point => point.Loss)
        );
    }

    [Fact]
    public void A_lesson_has_the_curve_of_its_own_steps()
    {
        var config = Samples.Cloning with { UpdateCount = 30 };
        var policy = PolicyArchitecture.Create(Samples.TwoNumbers, Samples.ThreeChoices, config.Model).Require();
        var key = RngKey.Root(2);
        var start = BehaviorCloningState.Start(PolicyInitialization.Student(policy, key));
        var first = BehaviorCloningUpdate.Train(config, policy, start, Samples.Thirds(100, key), key);
        var second = BehaviorCloningUpdate.Train(config, policy, first.State, Samples.Thirds(100, key), key);
        Assert.Equal(30, first.Curve[^1].GradientStepCount);
        Assert.Equal((32, 60), (second.Curve[0].GradientStepCount, second.Curve[^1].GradientStepCount));
        Assert.True(second.Curve[^1].Loss < first.Curve[0].Loss);
    }
}
