using ActorIL.Core.Prelude;
using ActorIL.Numerics.Networks;
using ActorIL.Testing;

namespace ActorIL.Numerics.Tests.Networks;

public sealed class NetworkTests
{
    [Fact]
    public void Any_list_of_layers_gives_the_bits_of_its_naive_twin() =>
        Seeded.Run(
            120,
            seed =>
            {
                var specification = AnyNetwork.Of(seed, withMemory: false);
                CheckTwin(seed, specification, RandomFloats.Integer(seed, "batch", 1, 20));
            }
        );

    [Fact]
    public void Rows_in_several_blocks_give_the_bits_of_the_naive_twin() =>
        Seeded.Run(
            6,
            seed =>
            {
                var specification = AnyNetwork.Of(seed, withMemory: false);
                CheckTwin(seed, specification, RandomFloats.Integer(seed, "batch", 100, 300));
            }
        );

    [Theory]
    [InlineData(ActivationFunction.Relu)]
    [InlineData(ActivationFunction.Tanh)]
    public void Layers_larger_than_a_cache_give_the_bits_of_the_naive_twin(ActivationFunction activation) =>
        CheckTwin(seed: 4, NetworkSpecification.Mlp(70, [600, 450], 2, activation).Require(), batchCount: 131);

    [Theory]
    [InlineData(4, 64, 64, 2, 128)]
    [InlineData(3, 64, 128, 1, 131)]
    [InlineData(64, 64, 192, 70, 129)]
    [InlineData(5, 96, 64, 8, 40)]
    public void Networks_whose_gradients_go_through_tanh_in_the_products_give_the_bits_of_the_naive_twin(
        int inputs,
        int first,
        int second,
        int outputs,
        int batchCount
    )
    {
        var specification = NetworkSpecification
            .Mlp(inputs, [first, second], outputs, ActivationFunction.Tanh)
            .Require();
        CheckTwin(seed: 3, specification, batchCount);
    }

    [Fact]
    public void A_row_gets_the_same_bits_alone_and_in_any_batch()
    {
        var specification = NetworkSpecification.Mlp(5, [33, 20], 3, ActivationFunction.Tanh).Require();
        var parameters = RandomFloats.Of(1, "parameters", specification.ParameterCount);
        var input = RandomFloats.Of(1, "input", 19 * 5);
        var together = Run(specification, parameters, input, new float[19 * 3]).Output;
        for (var row = 0; row < 19; row++)
        {
            var alone = Run(specification, parameters, input[(5 * row)..(5 * (row + 1))], new float[3]).Output;
            Bits.Equal(together.AsSpan(3 * row, 3), alone);
        }
    }

    [Fact]
    public void Gradients_agree_with_differences_of_the_loss()
    {
        var specification = NetworkSpecification.Mlp(3, [6, 5], 2, ActivationFunction.Tanh).Require();
        var parameters = RandomFloats.Of(3, "parameters", specification.ParameterCount).Select(p => p % 1f).ToArray();
        var input = RandomFloats.Of(3, "input", 4 * 3).Select(x => x % 1f).ToArray();
        var weights = RandomFloats.Of(3, "weights", 4 * 2);
        double Loss(float[] at) =>
            Run(specification, at, input, weights).Output.Zip(weights, (y, w) => (double)y * w).Sum();

        var gradient = Run(specification, parameters, input, weights).ParameterGradient;
        for (var i = 0; i < parameters.Length; i++)
        {
            const float Step = 1f / 256f;
            var (up, down) = ((float[])parameters.Clone(), (float[])parameters.Clone());
            up[i] += Step;
            down[i] -= Step;
            var difference = (Loss(up) - Loss(down)) / ((double)up[i] - down[i]);
            Assert.Equal(difference, gradient[i], 1e-2 + (1e-2 * Math.Abs(difference)));
        }
    }

    [Fact]
    public void A_backward_pass_without_an_input_gradient_gives_the_same_parameter_gradient()
    {
        var specification = NetworkSpecification.Mlp(4, [16], 2, ActivationFunction.Relu).Require();
        var parameters = RandomFloats.Of(1, "parameters", specification.ParameterCount);
        var input = RandomFloats.Of(1, "input", 7 * 4);
        var outputGradient = RandomFloats.Of(1, "gradient", 7 * 2);
        var expected = Run(specification, parameters, input, outputGradient).ParameterGradient;
        var workspace = new float[Network.WorkspaceLength(specification, 7)];
        Network.Forward(specification, parameters, input, 7, workspace, new float[14]);
        var gradient = new float[parameters.Length];
        Network.Backward(specification, parameters, input, 7, workspace, outputGradient, gradient);
        Bits.Equal(expected, gradient);
    }

    [Fact]
    public void A_nan_is_not_hidden_by_a_rectifier()
    {
        var specification = NetworkSpecification.Create(1, [new Layer.Activation(ActivationFunction.Relu)]).Require();
        var output = new float[9];
        float[] input = [float.NaN, -1f, 2f, -0f, float.NegativeInfinity, 3f, 4f, 5f, float.NaN];
        Network.Forward(specification, [], input, 9, new float[9], output);
        Assert.Equal([float.NaN, 0f, 2f, 0f, 0f, 3f, 4f, 5f, float.NaN], output);
    }

    [Fact]
    public void A_workspace_too_small_is_refused_before_anything_is_written()
    {
        var specification = NetworkSpecification.Mlp(4, [16], 2, ActivationFunction.Tanh).Require();
        var output = new float[] { 9f, 9f };
        var parameters = new float[specification.ParameterCount];
        var error = Assert.Throws<ArgumentException>(() =>
            Network.Forward(specification, parameters, new float[4], 1, new float[17], output)
        );
        Assert.Equal("workspace has 17 numbers; wanted at least 18.", error.Message);
        Assert.Equal([9f, 9f], output);
    }

    [Theory]
    [InlineData(ActivationFunction.Gelu)]
    [InlineData(ActivationFunction.Silu)]
    public void Smooth_activations_and_their_gradients_follow_their_formulas(ActivationFunction function)
    {
        var specification = NetworkSpecification.Create(1, [new Layer.Activation(function)]).Require();
        float[] input = [.. Enumerable.Range(-600, 1201).Select(i => i / 50f)];
        float[] ones = [.. Enumerable.Repeat(1f, input.Length)];
        var (output, _, slopes) = Run(specification, [], input, ones);
        for (var i = 0; i < input.Length; i++)
        {
            const double Step = 1e-4;
            var difference = Exact(function, input[i] + Step) - Exact(function, input[i] - Step);
            Assert.Equal(Exact(function, input[i]), output[i], 1e-6);
            Assert.Equal(difference / (2 * Step), slopes[i], 1e-6);
        }
    }

    [Fact]
    public void A_network_with_memory_is_refused()
    {
        var specification = NetworkSpecification.Create(2, [new Layer.Lstm(2, 3)]).Require();
        var error = Assert.Throws<ArgumentException>(() =>
            Network.Forward(specification, new float[specification.ParameterCount], [1f, 2f], 1, [], new float[3])
        );
        Assert.Equal("The network keeps 6 floats of memory a row; run it with SequenceNetwork.", error.Message);
    }

    // The normal distribution function by its integral, in steps that are far smaller than the tolerance needs.
    private static double Exact(ActivationFunction function, double x)
    {
        if (function == ActivationFunction.Silu)
        {
            return x / (1 + Math.Exp(-x));
        }

        const int Count = 400;
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
        {
            var at = x * (i + 0.5) / Count;
            sum += Math.Exp(-at * at / 2);
        }

        return x * (0.5 + (sum * x / Count / Math.Sqrt(2 * Math.PI)));
    }

    private static void CheckTwin(ulong seed, NetworkSpecification specification, int batchCount)
    {
        var parameters = RandomFloats.Of(seed, "parameters", specification.ParameterCount);
        var input = RandomFloats.Of(seed, "input", batchCount * specification.InputCount);
        var outputGradient = RandomFloats.Of(seed, "gradient", batchCount * specification.OutputCount);
        var naive = new NaiveNetwork(specification, parameters, batchCount);
        var outputs = naive.Forward(input);
        var expected = naive.Backward(outputs, outputGradient);

        var (output, gradient, inputGradient) = Run(specification, parameters, input, outputGradient);
        Bits.Equal(outputs[^1], output);
        Bits.Equal(expected.Parameters, gradient);
        Bits.Equal(expected.Input, inputGradient);
    }

    private static (float[] Output, float[] ParameterGradient, float[] InputGradient) Run(
        NetworkSpecification specification,
        float[] parameters,
        float[] input,
        float[] outputGradient
    )
    {
        var batchCount = input.Length / specification.InputCount;
        var workspace = new float[Network.WorkspaceLength(specification, batchCount)];
        Array.Fill(workspace, float.NaN);
        var output = new float[batchCount * specification.OutputCount];
        var (gradient, inputGradient) = (new float[parameters.Length], new float[input.Length]);
        Network.Forward(specification, parameters, input, batchCount, workspace, output);
        Network.Backward(
            specification,
            parameters,
            input,
            batchCount,
            workspace,
            outputGradient,
            gradient,
            inputGradient
        );
        return (output, gradient, inputGradient);
    }
}
