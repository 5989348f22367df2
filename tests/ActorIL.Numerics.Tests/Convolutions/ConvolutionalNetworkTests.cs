using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Convolutions;
using ActorIL.Numerics.Initialization;
using ActorIL.Numerics.Networks;

namespace ActorIL.Numerics.Tests.Convolutions;

public sealed class ConvolutionalNetworkTests
{
    // More frames than go through together.
    private const int BatchCount = 6;

    [Theory]
    [InlineData(ActivationFunction.Relu)]
    [InlineData(ActivationFunction.Tanh)]
    [InlineData(ActivationFunction.Gelu)]
    public void Forward_and_backward_have_the_bits_of_their_naive_parts(ActivationFunction activation)
    {
        var network = Small(activation);
        var run = new ConvolutionalRun(network, Parameters(network), Frames(network, BatchCount), BatchCount);
        run.Forward();
        run.Backward(RandomFloats.Of(3, "gradient", run.Output.Length));

        var naive = new NaiveConvolutional(network, run.Parameters, run.Frames, BatchCount);
        Bits.Equal(naive.Output, run.Output);
        Bits.Equal(naive.Gradient(RandomFloats.Of(3, "gradient", run.Output.Length)), run.Gradient);
    }

    [Fact]
    public void Gradients_agree_with_differences_of_the_loss()
    {
        var network = Small(ActivationFunction.Tanh);
        var (parameters, frames) = (Parameters(network), Frames(network, BatchCount));
        var run = new ConvolutionalRun(network, parameters, frames, BatchCount);
        run.Forward();
        var weights = RandomFloats.Of(5, "loss", run.Output.Length).Select(weight => weight % 1f).ToArray();
        run.Backward(weights);
        double Loss() => run.Output.Zip(weights, (y, weight) => (double)y * weight).Sum();
        const float Step = 1f / 256f;
        for (var i = 0; i < parameters.Length; i += 7)
        {
            var value = parameters[i];
            parameters[i] = value + Step;
            run.Forward();
            var above = Loss();
            parameters[i] = value - Step;
            run.Forward();
            var slope = (above - Loss()) / (2.0 * Step);
            parameters[i] = value;
            Assert.Equal(slope, run.Gradient[i], 2e-3 + (2e-3 * Math.Abs(slope)));
        }
    }

    [Fact]
    public void A_frame_gets_the_same_bits_whatever_the_others_are()
    {
        var network = Small(ActivationFunction.Relu);
        var (parameters, frames) = (Parameters(network), Frames(network, BatchCount));
        var all = new ConvolutionalRun(network, parameters, frames, BatchCount);
        all.Forward();
        for (var i = 0; i < BatchCount; i++)
        {
            var own = frames.AsSpan(i * network.Frame.Length, network.Frame.Length).ToArray();
            var one = new ConvolutionalRun(network, parameters, own, 1);
            one.Forward();
            Bits.Equal(one.Output, all.Output.AsSpan(i * network.OutputCount, network.OutputCount));
        }
    }

    [Fact]
    public void Passes_over_frames_allocate_nothing()
    {
        var network = Small(ActivationFunction.Relu);
        var run = new ConvolutionalRun(network, Parameters(network), Frames(network, BatchCount), BatchCount);
        var gradient = RandomFloats.Of(3, "gradient", run.Output.Length);
        run.Forward();
        run.Backward(gradient);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++)
        {
            run.Forward();
            run.Backward(gradient);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void An_empty_batch_has_no_gradient()
    {
        var network = Small(ActivationFunction.Relu);
        var run = new ConvolutionalRun(network, Parameters(network), [], 0);
        Array.Fill(run.Gradient, float.NaN);
        run.Forward();
        run.Backward([]);
        Assert.All(run.Gradient, static value => Assert.Equal(0f, value));
    }

    [Fact]
    public void First_parameters_have_their_gains_and_no_bias()
    {
        var network = Small(ActivationFunction.Relu);
        var parameters = new float[network.ParameterCount];
        Array.Fill(parameters, 9f);
        ConvolutionalInitialization.FillOrthogonal(
            network,
            hiddenGain: 2f,
            outputGain: 0.5f,
            RngKey.Root(1),
            parameters
        );
        var squares = network.Tensors.Select(tensor =>
            parameters.AsSpan(tensor.Offset, tensor.Length).ToArray().Sum(value => (double)value * value)
        );

        // The fewer of rows and columns have length gain: 6 and 5 filters, 7 and 2 outputs.
        double[] expected = [6 * 4.0, 0, 5 * 4.0, 0, 7 * 4.0, 0, 2 * 0.25, 0];
        Assert.All(squares.Zip(expected), static pair => Assert.Equal(pair.Second, pair.First, 1e-4));
    }

    private static ConvolutionalSpecification Small(ActivationFunction activation) =>
        ConvolutionalSpecification
            .Create(
                new(2, 11, 10),
                [new(6, 4, 2, activation), new(5, 2, 1, activation)],
                [new Layer.Dense(45, 7), new Layer.Activation(activation), new Layer.Dense(7, 2)]
            )
            .Require();

    private static float[] Parameters(ConvolutionalSpecification network)
    {
        var parameters = new float[network.ParameterCount];
        ConvolutionalInitialization.FillOrthogonal(network, 1.4f, 1f, RngKey.Root(2), parameters);
        return parameters;
    }

    private static float[] Frames(ConvolutionalSpecification network, int count)
    {
        var frames = new float[count * network.Frame.Length];
        NormalDraw.Fill(RngKey.Root(4), frames);
        return frames;
    }
}
