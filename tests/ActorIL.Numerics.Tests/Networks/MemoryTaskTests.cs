using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Initialization;
using ActorIL.Numerics.Losses;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Optimization;

namespace ActorIL.Numerics.Tests.Networks;

/// <summary>
/// A sign is shown at the first step of eight and asked for at every step; two episodes follow each other.
/// </summary>
public sealed class MemoryTaskTests
{
    private const int EpisodeLength = 8;
    private const int BatchCount = 32;
    private const int UpdateCount = 250;

    private static readonly SequenceShape Shape = new(2 * EpisodeLength, BatchCount);

    public static TheoryData<Layer> Cells => [new Layer.Lstm(8, 8), new Layer.Gru(8, 8)];

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_recurrent_network_learns_to_remember(Layer cell) => Assert.Equal(1.0, Score(Train(cell)), 0.01);

    [Fact]
    public void A_network_without_memory_does_not() => Assert.Equal(0.5, Score(Train(new Layer.Dense(8, 8))), 0.15);

    // The share of last steps at which the sign was right, in sequences never seen.
    private static double Score((NetworkSpecification Network, float[] Parameters) trained)
    {
        var (input, resets, target) = Draw(ulong.MaxValue);
        var output = new float[Shape.RowCount];
        var memory = new float[BatchCount * trained.Network.MemoryCount];
        var workspace = new float[SequenceNetwork.ForwardWorkspaceLength(trained.Network, in Shape)];
        SequenceNetwork.Forward(
            trained.Network,
            trained.Parameters,
            in Shape,
            input,
            resets,
            memory,
            workspace,
            output,
            memory
        );
        return Enumerable
            .Range(0, Shape.RowCount)
            .Where(row => row / BatchCount % EpisodeLength == EpisodeLength - 1)
            .Average(row => output[row] > 0f == target[row] > 0f ? 1.0 : 0.0);
    }

    private static (NetworkSpecification Network, float[] Parameters) Train(Layer cell)
    {
        var network = NetworkSpecification
            .Create(
                1,
                [new Layer.Dense(1, 8), new Layer.Activation(ActivationFunction.Tanh), cell, new Layer.Dense(8, 1)]
            )
            .Require();
        var parameters = new float[network.ParameterCount];
        NetworkInitialization.FillOrthogonal(network, NetworkInitialization.HiddenGain, 1f, RngKey.Root(1), parameters);
        var (gradient, first, second) = (
            new float[parameters.Length],
            new float[parameters.Length],
            new float[parameters.Length]
        );
        var (output, slopes) = (new float[Shape.RowCount], new float[Shape.RowCount]);
        var workspace = new float[SequenceNetwork.WorkspaceLength(network, in Shape)];
        var memory = new float[BatchCount * network.MemoryCount];
        for (var update = 1; update <= UpdateCount; update++)
        {
            // The memory is what the last window left: only the resets make it new.
            var (input, resets, target) = Draw((ulong)update);
            SequenceNetwork.Forward(network, parameters, in Shape, input, resets, memory, workspace, output, memory);
            _ = BinaryCrossEntropy.Evaluate(output, target, slopes);
            SequenceNetwork.Backward(network, parameters, in Shape, input, resets, workspace, slopes, gradient);
            var scale = GradientClipping.Scale(GradientClipping.Norm(gradient), normMax: 1f);
            Adam.Step(AdamSettings.Default, 1e-2, update, scale, gradient, first, second, parameters);
        }

        return (network, parameters);
    }

    private static (float[] Input, byte[] Resets, float[] Target) Draw(ulong seed)
    {
        var (input, target) = (new float[Shape.RowCount], new float[Shape.RowCount]);
        var resets = new byte[Shape.RowCount];
        var key = RngKey.Root(seed).Fold("signs");
        for (var row = 0; row < Shape.RowCount; row++)
        {
            var begins = row / BatchCount % EpisodeLength == 0;
            var sign = Core.Randomness.Draw.Index(key, (ulong)row, 2) == 0 ? -1f : 1f;
            input[row] = begins ? sign : 0f;
            resets[row] = begins ? (byte)1 : (byte)0;
            target[row] = begins ? (sign + 1f) / 2f : target[row - BatchCount];
        }

        return (input, resets, target);
    }
}
