using ActorIL.Algorithms.Critics;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Tests.Critics;

public class StepCriticTests
{
    private static readonly EquatableArray<int> HiddenSizes = [8];

    private static readonly QNetwork Q = QNetwork
        .Create(Samples.TwoNumbers, Samples.ThreeChoices, HiddenSizes, ActivationFunction.Tanh)
        .Require();

    private static readonly CostNetwork Cost = CostNetwork
        .Create(Samples.TwoNumbers, Samples.OneTorque, HiddenSizes, ActivationFunction.Tanh)
        .Require();

    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    public void The_greedy_action_of_Q_is_the_largest_of_all_tried_one_by_one(ulong seed)
    {
        var parameters = Samples.Numbers(new RngKey(seed), Q.ParameterCount).Select(weight => 3 * weight).ToArray();
        var observations = Samples.Numbers(new RngKey(2), 2 * 50).ToArray();
        var chosen = new float[50];
        Q.Greedy(parameters, observations, candidates: [], chosen);
        Assert.Equal(BruteForce(Q, parameters, observations, [0, 1, 2], 1), chosen);
        Assert.True(chosen.Distinct().Count() > 1, "Every observation has the same greedy action.");
    }

    [Fact]
    public void The_greedy_action_of_a_cost_is_the_smallest_of_all_tried_one_by_one()
    {
        var parameters = Samples.Numbers(new RngKey(3), Cost.ParameterCount).ToArray();
        var observations = Samples.Numbers(new RngKey(4), 2 * 50).ToArray();
        float[] candidates = [-1, -0.5f, 0, 0.25f, 1];
        var chosen = new float[50];
        Cost.Greedy(parameters, observations, candidates, chosen);
        Assert.Equal(BruteForce(Cost, parameters, observations, candidates, -1), chosen);
        Assert.True(chosen.Distinct().Count() > 1, "Every observation has the same greedy action.");
    }

    [Fact]
    public void Of_equal_actions_the_first_is_taken()
    {
        var chosen = new float[] { 7 };
        Q.Greedy(new float[Q.ParameterCount], [1, 2], candidates: [2, 1, 0], chosen);
        Assert.Equal([2f], chosen);
    }

    [Fact]
    public void An_action_beyond_its_bounds_is_rated_as_the_bound_it_is_executed_as()
    {
        var parameters = Samples.Numbers(new RngKey(5), Cost.ParameterCount).ToArray();
        var numbers = new float[2];
        Cost.Evaluate(parameters, [0.5f, 0.5f, 0.5f, 0.5f], [1, 3], numbers);
        Assert.Equal(numbers[0], numbers[1]);
    }

    [Fact]
    public void Spaces_that_do_not_fit_are_errors()
    {
        var product = new Space.Product([Samples.OneTorque, Samples.ThreeChoices]);
        var nothing = new Space.Box([], []);
        Assert.Contains("action space", Refusal(QNetwork.Create(Samples.TwoNumbers, product, [8], default)), Ordinal);
        Assert.Contains(
            "action space",
            Refusal(CostNetwork.Create(Samples.TwoNumbers, nothing, [8], default)),
            Ordinal
        );
        Assert.NotEmpty(Refusal(ValueNetwork.Create(nothing, [8], default)));
        Assert.NotEmpty(Refusal(ValueNetwork.Create(Samples.TwoNumbers, [0], default)));
        Assert.Equal(3, ValueNetwork.Create(product, [], default).Require().ParameterCount);
    }

    [Fact]
    public void Sizes_that_disagree_are_refused()
    {
        var parameters = new float[Q.ParameterCount];
        var value = ValueNetwork.Create(Samples.TwoNumbers, HiddenSizes, default).Require();
        Refused(() => Q.Evaluate(parameters, [1, 2, 3], [0], new float[1]));
        Refused(() => Q.Evaluate(parameters, [1, 2], [0], new float[2]));
        Refused(() => Q.Evaluate(parameters.AsSpan(1), [1, 2], [0], new float[1]));
        Refused(() => Q.Evaluate(parameters, [1, 2], [3], new float[1]));
        Refused(() => Q.Evaluate(parameters, [1, 2], [0.5f], new float[1]));
        Refused(() => Q.Batch([1, 2], [0], [1, 2]));
        Refused(() => Q.Greedy(parameters, [1, 2], [], new float[2]));
        Refused(() => Cost.Greedy(new float[Cost.ParameterCount], [1, 2], [], new float[1]));
        Refused(() => value.Evaluate(new float[value.ParameterCount], [1, 2, 3], new float[1]));
        Refused(() => value.Batch([1, 2, 3], [1]));
        Refused(() => value.Start(new RngKey(1)) is { } start ? Fit(Q, start, value.Batch([1, 2], [1])) : default);
        Refused(() => Fit(value, value.Start(new RngKey(1)), value.Batch([], [])));
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static (CriticState, double) Fit(Critic critic, CriticState state, CriticBatch batch) =>
        CriticUpdate.Fit(new CriticConfig(), critic, state, batch, new RngKey(1));

    private static void Refused(Action action) => Assert.Throws<ArgumentException>(action);

    private static void Refused(Func<object> action) => Assert.Throws<ArgumentException>(action);

    private static string Refusal<T>(Result<T, Error> result) =>
        result.Match(_ => string.Empty, error => error.ToString());

    private static float[] BruteForce(
        StepCritic critic,
        float[] parameters,
        float[] observations,
        float[] candidates,
        int sign
    )
    {
        var chosen = new float[observations.Length / 2];
        for (var row = 0; row < chosen.Length; row++)
        {
            var best = double.NegativeInfinity;
            foreach (var candidate in candidates)
            {
                var number = new float[1];
                critic.Evaluate(parameters, observations.AsSpan(2 * row, 2), [candidate], number);
                if (sign * number[0] > best)
                {
                    (best, chosen[row]) = (sign * number[0], candidate);
                }
            }
        }

        return chosen;
    }
}
