using ActorIL.Algorithms.Critics;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Tests.Critics;

public class CriticLossTests
{
    private const int Count = 6;

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(0.4)]
    public void The_gradient_is_that_of_the_naive_objective(double threshold)
    {
        var config = new CriticConfig { HuberThreshold = threshold };
        var critic = QNetwork.Create(Samples.TwoNumbers, Samples.ThreeChoices, [8], ActivationFunction.Tanh).Require();
        var batch = critic.Batch(
            Samples.Numbers(new RngKey(1), 2 * Count).AsSpan(),
            [0, 1, 2, 2, 1, 0],
            Samples.Numbers(new RngKey(2), Count).AsSpan()
        );
        var parameters = Samples.Numbers(new RngKey(3), critic.ParameterCount).ToArray();
        var gradient = new float[parameters.Length];
        int[] items = [5, 0, 3];
        using var lesson = new CriticLoss(config, critic.Network, batch);
        var loss = lesson.Evaluate(parameters, items, gradient);
        Assert.Equal(Objective(critic, batch, items, threshold, parameters), loss, 1e-5);
        const float Step = 1e-2f;
        for (var i = 0; i < parameters.Length; i++)
        {
            var (up, down) = ((float[])parameters.Clone(), (float[])parameters.Clone());
            up[i] += Step;
            down[i] -= Step;
            var rise =
                Objective(critic, batch, items, threshold, up) - Objective(critic, batch, items, threshold, down);
            Assert.Equal(rise / (up[i] - (double)down[i]), gradient[i], 1e-3);
        }
    }

    /// <summary>The twin: row by row in double.</summary>
    private static double Objective(Critic critic, CriticBatch batch, int[] items, double threshold, float[] parameters)
    {
        var sum = 0.0;
        foreach (var item in items)
        {
            var output = new float[1];
            Network.Forward(
                critic.Network,
                parameters,
                batch.Rows.AsSpan(item * batch.RowSize, batch.RowSize),
                1,
                new float[Network.ForwardWorkspaceLength(critic.Network, 1)],
                output
            );
            var size = Math.Abs((double)output[0] - batch.Targets[item]);
            sum += size <= threshold ? size * size : threshold * ((2 * size) - threshold);
        }

        return sum / items.Length;
    }
}
