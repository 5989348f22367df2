using System.Collections.Immutable;
using ActorIL.Algorithms.Aggrevate;
using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;

namespace ActorIL.Algorithms.Tests.Aggrevate;

public class AggrevateTests
{
    private static readonly Space Plane = new Space.Box([-1f, 0f], [1f, 4f]);

    [Fact]
    public void A_grid_has_evenly_spaced_points_and_both_bounds()
    {
        var grid = CandidateGrid.Create(Plane, [3, 2]).Require();
        Assert.Equal(6, grid.Count);
        Assert.Equal<float>([-1, 0, -1, 4, 0, 0, 0, 4, 1, 0, 1, 4], grid.Actionable());
    }

    [Fact]
    public void All_discrete_actions_are_candidates()
    {
        var grid = CandidateGrid.Create(Samples.ThreeChoices, []).Require();
        Assert.Equal<float>([0, 1, 2], grid.Actionable());
    }

    [Theory]
    [InlineData("[9]", "2 numbers", 9)]
    [InlineData("[9, 1]", "2 numbers", 9, 1)]
    [InlineData("[]", "2 numbers")]
    [InlineData("candidates", "at most 4096", 1000, 1000)]
    public void A_grid_that_does_not_fit_is_explained(string found, string wanted, params int[] points)
    {
        var error = CandidateGrid.Create(Plane, new([.. points])).Match<Error?>(_ => null, error => error);
        Assert.NotNull(error);
        Assert.Contains(found, error.Found, StringComparison.Ordinal);
        Assert.Contains(wanted, error.Wanted, StringComparison.Ordinal);
    }

    [Fact]
    public void Unbounded_actions_and_points_for_discrete_ones_are_refused()
    {
        var unbounded = new Space.Box([0f], [float.PositiveInfinity]);
        Assert.True(CandidateGrid.Create(unbounded, [5]).Match(_ => false, _ => true));
        Assert.True(CandidateGrid.Create(Samples.ThreeChoices, [3]).Match(_ => false, _ => true));
    }

    [Fact]
    public void Interpolation_meets_the_grid_at_its_points_and_the_gradient_is_that_of_small_steps()
    {
        var grid = CandidateGrid.Create(Plane, [5, 3]).Require();
        var interpolation = new CostInterpolation(grid, (Space.Box)Plane);
        var costs = Random(RngKey.Root(1), grid.Count);
        var (points, slopes) = (grid.Actionable(), new double[2]);
        for (var candidate = 0; candidate < grid.Count; candidate++)
        {
            var action = points.AsSpan().Slice(2 * candidate, 2);
            Assert.Equal(costs[candidate], interpolation.At(costs, action, slopes), 1e-6);
        }

        float[] inside = [0.2f, 1.3f];
        _ = interpolation.At(costs, inside, slopes);
        for (var component = 0; component < 2; component++)
        {
            float[] more = [.. inside];
            float[] less = [.. inside];
            more[component] += 0.0625f;
            less[component] -= 0.0625f;
            var other = new double[2];
            var difference = interpolation.At(costs, more, other) - interpolation.At(costs, less, other);
            Assert.Equal(difference / ((double)more[component] - less[component]), slopes[component], 1e-5);
        }
    }

    [Fact]
    public void Beyond_a_bound_only_a_slope_that_leads_back_is_left()
    {
        var grid = CandidateGrid.Create(Samples.OneTorque, [2]).Require();
        var interpolation = new CostInterpolation(grid, (Space.Box)Samples.OneTorque);
        var slopes = new double[1];
        Assert.Equal(3, interpolation.At([1f, 3f], [2f], slopes));
        Assert.Equal([1.0], slopes);
        Assert.Equal(1, interpolation.At([1f, 3f], [-2f], slopes));
        Assert.Equal([0.0], slopes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_gradient_of_the_loss_is_that_of_small_steps(bool isDiscrete)
    {
        var (policy, config) = Student(isDiscrete ? Samples.ThreeChoices : Plane, isDiscrete ? [] : [5, 3], 0.7);
        const int Count = 3;
        var (outputs, costCount) = (policy.Network.OutputCount, config.Candidates.Count + 1);
        var output = Random(RngKey.Root(2), Count * outputs).Select(value => 0.4f * value).ToArray();
        float[] labels = isDiscrete ? [0, 2, 1] : [0.1f, 1, -0.5f, 2, 0.7f, 3];
        var costs = Random(RngKey.Root(3), Count * costCount);
        var loss = new AggrevateLoss(policy, config, Count);
        var (gradient, other) = (new float[output.Length], new float[output.Length]);
        _ = loss.Evaluate(output, labels, costs, gradient);
        for (var i = 0; i < output.Length; i++)
        {
            float[] more = [.. output];
            float[] less = [.. output];
            more[i] += 0.004f;
            less[i] -= 0.004f;
            var up = loss.Evaluate(more, labels, costs, other);
            var difference = up - loss.Evaluate(less, labels, costs, other);
            Assert.Equal(difference / ((double)more[i] - less[i]), gradient[i], 5e-3);
        }
    }

    [Fact]
    public void The_expert_itself_has_no_loss()
    {
        var (policy, config) = Student(Plane, [5, 3], imitationWeight: 1);
        var costs = new float[config.Candidates.Count + 1];
        Array.Fill(costs, 7f);
        var loss = new AggrevateLoss(policy, config, 1).Evaluate([0.3f, 1.7f], [0.3f, 1.7f], costs, new float[2]);
        Assert.Equal(0, loss, 1e-6);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Costs_decide_and_not_the_experts_action(bool isDiscrete)
    {
        var (policy, config) = Student(isDiscrete ? Samples.ThreeChoices : Plane, isDiscrete ? [] : [3, 3], 1e-3);
        var learning = Samples.Cloning with { Costs = config };
        var data = Data(config, isDiscrete);
        var start = BehaviorCloningState.Start(PolicyInitialization.Student(policy, RngKey.Root(4)));
        var (state, _) = AggrevateUpdate.Train(learning, config, policy, start, data, RngKey.Root(5));
        var acting = NetworkPolicy
            .Create(policy.Observations, policy.Actions, new(learning.Model, state.Parameters, Normalizer: null))
            .Require();
        var actions = new float[data.Count * acting.Actions.Size];
        acting.Act(data.Observations.AsSpan(), data.Count, [], new float[acting.WorkspaceSize(data.Count)], actions);
        for (var row = 0; row < data.Count; row++)
        {
            // The first component alone tells the best candidate from the expert's action.
            Assert.Equal(Best(data, row, isDiscrete), actions[row * acting.Actions.Size], isDiscrete ? 0 : 0.15f);
        }
    }

    [Fact]
    public void Data_without_costs_is_refused()
    {
        var (policy, config) = Student(Plane, [3, 3], imitationWeight: 1);
        var start = BehaviorCloningState.Start(PolicyInitialization.Student(policy, RngKey.Root(4)));
        var data = Data(config, isDiscrete: false).WithCosts([]);
        var learning = Samples.Cloning with { Costs = config };
        Assert.Throws<ArgumentException>(() =>
            AggrevateUpdate.Train(learning, config, policy, start, data, RngKey.Root(5))
        );
    }

    [Fact]
    public void Drawn_steps_are_as_many_as_asked_for_of_every_episode_and_anywhere_in_it()
    {
        byte[] endings = [0, 0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0, 1];
        var counts = new int[endings.Length];
        for (var seed = 0UL; seed < 500; seed++)
        {
            var drawn = StepDraw.Of([.. endings], 3, RngKey.Root(seed));
            Assert.Equal((3, 2, 3), (Sum(drawn[..5]), Sum(drawn[5..7]), Sum(drawn[7..])));
            for (var step = 0; step < drawn.Length; step++)
            {
                counts[step] += drawn[step];
            }
        }

        Assert.All(counts[..5], count => Assert.InRange(count, 250, 350));
        Assert.All(counts[7..], count => Assert.InRange(count, 150, 280));
    }

    [Fact]
    public void Costs_stay_with_their_rows()
    {
        var first = new LabelledBatch(1, 1, [1, 2], [0, 1]).WithCosts([10, 11, 12, 20, 21, 22]);
        var second = new LabelledBatch(1, 1, [3], [2]).WithCosts([30, 31, 32]);
        var all = first.Append(second);
        Assert.Equal(3, all.CostCount);
        Assert.Equal<float>([20, 21, 22, 30, 31, 32], all.TakeLast(2).Costs);
        Assert.Equal<float>([10, 11, 12], all.Take(1).Costs);
        Assert.Equal(first.Costs, LabelledBatch.Empty(1, 1).Append(first).Costs);
        Assert.Throws<ArgumentException>(() => first.Append(new LabelledBatch(1, 1, [3], [2])));
        Assert.Throws<ArgumentException>(() => first.WithCosts([1, 2, 3]));
    }

    private static int Sum(ImmutableArray<byte> flags) => flags.Sum(static flag => flag);

    private static (PolicyArchitecture Policy, AggrevateConfig Config) Student(
        Space actions,
        int[] points,
        double imitationWeight
    ) =>
        (
            PolicyArchitecture.Create(Samples.TwoNumbers, actions, Samples.Cloning.Model).Require(),
            new(CandidateGrid.Create(actions, new([.. points])).Require(), 10, 1, imitationWeight)
        );

    /// <summary>Two states; in each, another candidate than the expert's is the best by 10.</summary>
    private static LabelledBatch Data(AggrevateConfig config, bool isDiscrete)
    {
        var costs = new float[2 * (config.Candidates.Count + 1)];
        Array.Fill(costs, 10f);
        float[] labels = isDiscrete ? [1, 1] : [0, 2, 0, 2];
        var data = new LabelledBatch(2, isDiscrete ? 1 : 2, [1, 0, 0, 1], [.. labels]);
        for (var row = 0; row < 2; row++)
        {
            // A whole column of the grid, so that the other component does not matter.
            var best = row == 0 ? 0 : 2;
            var width = isDiscrete ? 1 : 3;
            costs.AsSpan((row * (config.Candidates.Count + 1)) + (best * width), width).Clear();
        }

        return data.WithCosts([.. costs]);
    }

    private static float Best(LabelledBatch data, int row, bool isDiscrete) => isDiscrete ? 2 * row : (2 * row) - 1;

    private static float[] Random(RngKey key, int count)
    {
        var values = new float[count];
        NormalDraw.Fill(key, values);
        return values;
    }
}
