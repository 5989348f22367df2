using ActorIL.Core.Prelude;
using ActorIL.Numerics.Losses;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Optimization;

namespace ActorIL.Numerics.Tests.Strictness;

/// <summary>
/// Bits recorded once, which every machine must give. The network has rectifiers only, so that these are the bits of
/// products, sums and Adam alone; they change only when the order of an operation does.
/// </summary>
public sealed class KnownBitsTests
{
    private const int BatchCount = 37;

    [Fact]
    public void Twenty_steps_of_training_give_the_recorded_bits()
    {
        var specification = NetworkSpecification.Mlp(5, [48, 21], 3, ActivationFunction.Relu).Require();
        var parameters = RandomFloats.Of(1, "parameters", specification.ParameterCount);
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] *= 0.0625f;
        }

        Train(specification, parameters);
        uint[] bits = [.. parameters.Select(BitConverter.SingleToUInt32Bits)];
        uint[] some = [bits[0], bits[300], bits[1000], bits[^1]];
        Assert.Equal([0xBD252428, 0x3E36B4FB, 0x3DE25372, 0x3D8730F0], some);
        Assert.Equal(0x652F6696u, bits.Aggregate(2166136261u, (hash, word) => unchecked((hash ^ word) * 16777619u)));
    }

    private static void Train(NetworkSpecification specification, float[] parameters)
    {
        var input = RandomFloats.Of(1, "input", BatchCount * specification.InputCount);
        var target = RandomFloats.Of(1, "target", BatchCount * specification.OutputCount);
        var (output, slopes) = (new float[target.Length], new float[target.Length]);
        var (gradient, first) = (new float[parameters.Length], new float[parameters.Length]);
        var second = new float[parameters.Length];
        var workspace = new float[Network.WorkspaceLength(specification, BatchCount)];
        for (var t = 1; t <= 20; t++)
        {
            Network.Forward(specification, parameters, input, BatchCount, workspace, output);
            _ = MeanSquaredError.Evaluate(output, target, slopes);
            Network.Backward(specification, parameters, input, BatchCount, workspace, slopes, gradient);
            var scale = GradientClipping.Scale(GradientClipping.Norm(gradient), normMax: 0.5f);
            Adam.Step(AdamSettings.Default, 1e-2, t, scale, gradient, first, second, parameters);
        }
    }
}
