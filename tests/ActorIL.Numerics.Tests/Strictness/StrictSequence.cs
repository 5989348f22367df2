using System.Runtime.InteropServices;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Initialization;
using ActorIL.Numerics.Losses;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Optimization;

namespace ActorIL.Numerics.Tests.Strictness;

/// <summary>A network of every kind of layer learns made-up sequences; the bits of all it became are hashed.</summary>
internal static class StrictSequence
{
    /// <summary>Trains and gives the hash of parameters and memory.</summary>
    /// <param name="width">Hidden width; odd ones exercise the edges of vectors.</param>
    /// <param name="shape">Time steps and sequences of a window.</param>
    /// <param name="updateCount">Updates.</param>
    public static ulong Run(int width, SequenceShape shape, int updateCount)
    {
        var network = NetworkSpecification
            .Create(
                3,
                [
                    new Layer.Dense(3, width),
                    new Layer.Activation(ActivationFunction.Gelu),
                    new Layer.Lstm(width, width),
                    new Layer.LayerNorm(width, Epsilon: 1e-5f),
                    new Layer.Activation(ActivationFunction.Silu),
                    new Layer.Gru(width, width),
                    new Layer.Dense(width, 2),
                ]
            )
            .Require();
        var parameters = new float[network.ParameterCount];
        NetworkInitialization.FillOrthogonal(network, 1.4f, 1f, RngKey.Root(12), parameters);
        var (gradient, first) = (new float[parameters.Length], new float[parameters.Length]);
        var second = new float[parameters.Length];
        var memory = new float[shape.BatchCount * network.MemoryCount];
        var workspace = new float[SequenceNetwork.WorkspaceLength(network, in shape)];
        var (output, slopes) = (new float[shape.RowCount * 2], new float[shape.RowCount * 2]);
        for (var update = 1; update <= updateCount; update++)
        {
            var seed = (ulong)update;
            var input = RandomFloats.Of(seed, "input", shape.RowCount * 3);
            var target = RandomFloats.Of(seed, "target", output.Length);
            var resets = RandomFloats.Of(seed, "resets", shape.RowCount).Select(x => x > 0.9f ? (byte)1 : (byte)0);
            byte[] marks = [.. resets];
            SequenceNetwork.Forward(network, parameters, in shape, input, marks, memory, workspace, output, memory);
            _ = MeanSquaredError.Evaluate(output, target, slopes);
            SequenceNetwork.Backward(network, parameters, in shape, input, marks, workspace, slopes, gradient);
            var scale = GradientClipping.Scale(GradientClipping.Norm(gradient), normMax: 0.5f);
            Adam.Step(AdamSettings.Default, 1e-2, update, scale, gradient, first, second, parameters);
        }

        Assert.All(parameters, parameter => Assert.True(float.IsFinite(parameter)));
        return ContentHash.Of(
            MemoryMarshal.AsBytes<float>(memory),
            ContentHash.Of(MemoryMarshal.AsBytes<float>(parameters), 0UL)
        );
    }
}
