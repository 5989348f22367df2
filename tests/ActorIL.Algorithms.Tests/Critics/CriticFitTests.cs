using ActorIL.Algorithms.Critics;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Advantages;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Tests.Critics;

public class CriticFitTests
{
    private static readonly EquatableArray<int> HiddenSizes = [32];

    private static readonly float[] Grid = [.. Enumerable.Range(0, 41).Select(i => (i - 20) / 20f)];

    [Fact]
    public void A_cost_network_recovers_a_quadratic_cost_and_its_cheapest_action()
    {
        var cost = CostNetwork
            .Create(LinearQuadratic.State, LinearQuadratic.Force, HiddenSizes, ActivationFunction.Silu)
            .Require();
        var parameters = Fitted(cost, LinearQuadratic.Cost);
        AssertClose(cost, parameters, LinearQuadratic.Cost);
        AssertGreedy(cost, parameters, _ => 0);
    }

    [Fact]
    public void A_Q_network_recovers_a_quadratic_return_and_the_optimal_action()
    {
        var q = QNetwork
            .Create(LinearQuadratic.State, LinearQuadratic.Force, HiddenSizes, ActivationFunction.Silu)
            .Require();
        var parameters = Fitted(q, LinearQuadratic.Q);
        AssertClose(q, parameters, LinearQuadratic.Q);
        AssertGreedy(q, parameters, LinearQuadratic.BestForce);
    }

    [Fact]
    public void A_value_network_fitted_to_its_own_returns_converges_to_the_closed_form()
    {
        var value = ValueNetwork.Create(LinearQuadratic.State, HiddenSizes, ActivationFunction.Silu).Require();
        var rollout = LinearQuadratic.Rollout(environmentCount: 16, stepCount: 16, new RngKey(1));
        var settings = new GeneralizedAdvantageSettings((float)LinearQuadratic.Discount, Lambda: 0.9f);
        var config = LinearQuadratic.Fit with { UpdateCount = 400 };
        var state = value.Start(new RngKey(2));
        for (var round = 0; round < 20; round++)
        {
            var estimate = AdvantageEstimation.Estimate(in settings, value, state.Parameters.Values, rollout);
            var batch = value.Batch(rollout.Observations.AsSpan(), estimate.Returns.AsSpan());
            (state, _) = CriticUpdate.Fit(config, value, state, batch, new RngKey(3).Fold((ulong)round));
        }

        float[] observations = [.. Grid.Where(observation => Math.Abs(observation) < 0.9)];
        var values = new float[observations.Length];
        value.Evaluate(state.Parameters.Values, observations, values);
        for (var i = 0; i < values.Length; i++)
        {
            Assert.Equal(LinearQuadratic.Value(observations[i]), values[i], 0.05);
        }
    }

    [Fact]
    public void A_threshold_keeps_one_wild_target_from_ruling_the_fit()
    {
        var value = ValueNetwork.Create(LinearQuadratic.State, [], ActivationFunction.Silu).Require();
        var targets = Grid.Select(observation => 2 * observation).ToArray();
        targets[^1] = 100;
        var batch = value.Batch(Grid, targets);
        Assert.InRange(Slope(double.PositiveInfinity), 5, 10);
        Assert.InRange(Slope(0.1), 1.9, 2.2);

        float Slope(double threshold)
        {
            var config = new CriticConfig
            {
                LearningRate = 1e-2,
                UpdateCount = 2_000,
                HuberThreshold = threshold,
            };
            var (state, _) = CriticUpdate.Fit(config, value, value.Start(new RngKey(1)), batch, new RngKey(2));
            return state.Parameters.Values[0];
        }
    }

    [Fact]
    public void A_fit_is_a_function_of_its_arguments_and_leaves_them_as_they_were()
    {
        var value = ValueNetwork.Create(Samples.TwoNumbers, HiddenSizes, ActivationFunction.Relu).Require();
        var batch = value.Batch(
            Samples.Numbers(new RngKey(1), 200).AsSpan(),
            Samples.Numbers(new RngKey(2), 100).AsSpan()
        );
        var start = value.Start(new RngKey(3));
        var (hash, config) = (start.Parameters.Hash, new CriticConfig { UpdateCount = 50, BatchSize = 16 });
        var (first, firstLoss) = CriticUpdate.Fit(config, value, start, batch, new RngKey(4));
        var (second, secondLoss) = CriticUpdate.Fit(config, value, start, batch, new RngKey(4));
        Assert.Equal((first, firstLoss), (second, secondLoss));
        Assert.Equal(hash, start.Parameters.Hash);
        Assert.Equal(50, first.GradientStepCount);
    }

    private static float[] Fitted(StepCritic critic, Func<double, double, double> target)
    {
        var batch = LinearQuadratic.Steps(critic, 1_000, new RngKey(1), target);
        var (start, key) = (critic.Start(new RngKey(2)), new RngKey(3));
        var (state, loss) = CriticUpdate.Fit(LinearQuadratic.Fit, critic, start, batch, key);
        Assert.InRange(loss, 0, 1e-3);
        return state.Parameters.Values.ToArray();
    }

    private static void AssertClose(StepCritic critic, float[] parameters, Func<double, double, double> target)
    {
        var (states, forces) = (Samples.Numbers(new RngKey(5), 200), Samples.Numbers(new RngKey(6), 200));
        var numbers = new float[200];
        critic.Evaluate(parameters, states.AsSpan(), forces.AsSpan(), numbers);
        for (var i = 0; i < numbers.Length; i++)
        {
            Assert.Equal(target(states[i], forces[i]), numbers[i], 0.1);
        }
    }

    private static void AssertGreedy(StepCritic critic, float[] parameters, Func<double, double> best)
    {
        float[] observations = [-0.6f, -0.3f, 0f, 0.3f, 0.6f];
        var chosen = new float[observations.Length];
        critic.Greedy(parameters, observations, Grid, chosen);
        for (var i = 0; i < chosen.Length; i++)
        {
            Assert.Equal(best(observations[i]), chosen[i], 0.15);
        }
    }
}
