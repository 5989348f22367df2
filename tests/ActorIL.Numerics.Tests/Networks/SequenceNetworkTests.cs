using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Initialization;
using ActorIL.Numerics.Networks;
using ActorIL.Testing;

namespace ActorIL.Numerics.Tests.Networks;

public sealed class SequenceNetworkTests
{
    [Fact]
    public void Any_list_of_layers_over_time_gives_the_bits_of_its_naive_twin() =>
        Seeded.Run(
            80,
            seed =>
            {
                var specification = AnyNetwork.Of(seed, withMemory: true);
                var shape = new SequenceShape(
                    RandomFloats.Integer(seed, "time", 1, 5),
                    RandomFloats.Integer(seed, "batch", 1, 19)
                );
                var (parameters, input, resets, memory) = Draw(specification, shape, seed);
                var outputGradient = RandomFloats.Of(seed, "gradient", shape.RowCount * specification.OutputCount);
                var naive = new NaiveNetwork(specification, parameters, shape, resets, memory);
                var outputs = naive.Forward(input);
                var expected = naive.Backward(outputs, outputGradient);

                var run = SequenceRun.Of(specification, parameters, shape, input, resets, memory, outputGradient);
                Bits.Equal(outputs[^1], run.Output);
                Bits.Equal(naive.Memory, run.Memory);
                Bits.Equal(expected.Parameters, run.ParameterGradient);
                Bits.Equal(expected.Input, run.InputGradient);
            }
        );

    [Fact]
    public void A_pass_over_time_gives_the_bits_of_its_steps() =>
        Seeded.Run(
            20,
            seed =>
            {
                var specification = AnyNetwork.Of(seed, withMemory: true);
                var shape = new SequenceShape(6, RandomFloats.Integer(seed, "batch", 1, 9));
                var (parameters, input, resets, memory) = Draw(specification, shape, seed);
                var run = Forward(specification, parameters, shape, input, resets, memory);

                var (inputLength, outputLength) = (input.Length / 6, run.Output.Length / 6);
                var workspace = new float[SequenceNetwork.StepWorkspaceLength(specification, shape.BatchCount)];
                Array.Fill(workspace, float.NaN);
                for (var time = 0; time < 6; time++)
                {
                    var output = new float[outputLength];
                    Clear(specification, resets.AsSpan(time * shape.BatchCount, shape.BatchCount), memory);
                    SequenceNetwork.Step(
                        specification,
                        parameters,
                        input.AsSpan(time * inputLength, inputLength),
                        shape.BatchCount,
                        memory,
                        workspace,
                        output
                    );
                    Bits.Equal(run.Output.AsSpan(time * outputLength, outputLength), output);
                }

                Bits.Equal(run.Memory, memory);
            }
        );

    [Fact]
    public void A_network_without_memory_gives_the_bits_it_gives_without_time() =>
        Seeded.Run(
            20,
            seed =>
            {
                var specification = AnyNetwork.Of(seed, withMemory: false);
                var shape = new SequenceShape(3, 4);
                var (parameters, input, resets, _) = Draw(specification, shape, seed);
                var expected = new float[12 * specification.OutputCount];
                Assert.Equal(0, specification.MemoryCount);
                Assert.Equal(
                    Network.WorkspaceLength(specification, 12),
                    SequenceNetwork.WorkspaceLength(specification, in shape)
                );
                var workspace = new float[Network.ForwardWorkspaceLength(specification, 12)];
                Network.Forward(specification, parameters, input, 12, workspace, expected);
                Bits.Equal(expected, Forward(specification, parameters, shape, input, resets, []).Output);

                var step = new float[expected.Length];
                SequenceNetwork.Step(specification, parameters, input, 12, [], workspace, step);
                Bits.Equal(expected, step);
            }
        );

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_reset_is_a_new_beginning(Layer cell)
    {
        var specification = Sandwich(cell);
        var (whole, half) = (new SequenceShape(6, 5), new SequenceShape(3, 5));
        var (parameters, input, _, memory) = Draw(specification, whole, seed: 5);
        var resets = new byte[whole.RowCount];
        resets.AsSpan(15, 5).Fill(1);
        var outputGradient = RandomFloats.Of(5, "gradient", whole.RowCount * specification.OutputCount);
        var first = outputGradient.Length / 2;
        outputGradient.AsSpan(0, first).Clear();
        var run = SequenceRun.Of(specification, parameters, whole, input, resets, memory, outputGradient);

        var rest = input[(input.Length / 2)..];
        var zeros = new float[memory.Length];
        var anew = SequenceRun.Of(specification, parameters, half, rest, [], zeros, outputGradient[first..]);
        Bits.Equal(anew.Output, run.Output.AsSpan(first));
        Bits.Equal(anew.Memory, run.Memory);
        Assert.Equal(anew.ParameterGradient, run.ParameterGradient);
        Bits.Equal(anew.InputGradient, run.InputGradient.AsSpan(input.Length / 2));
        Assert.All(run.InputGradient.AsSpan(0, input.Length / 2).ToArray(), g => Assert.Equal(0f, g));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_row_gets_the_same_bits_alone_and_in_any_batch(Layer cell)
    {
        var specification = Sandwich(cell);
        var shape = new SequenceShape(4, 7);
        var (parameters, input, resets, memory) = Draw(specification, shape, seed: 6);
        var together = Forward(specification, parameters, shape, input, resets, memory);
        for (var row = 0; row < 7; row++)
        {
            var own = Enumerable.Range(0, 4).Select(time => (time * 7) + row).ToArray();
            var alone = Forward(
                specification,
                parameters,
                new(4, 1),
                [.. own.SelectMany(i => input.Chunk(3).ElementAt(i))],
                [.. own.Select(i => resets[i])],
                [.. memory.Chunk(specification.MemoryCount).ElementAt(row)]
            );
            Bits.Equal([.. own.SelectMany(i => together.Output.Chunk(2).ElementAt(i))], alone.Output);
            Bits.Equal([.. together.Memory.Chunk(specification.MemoryCount).ElementAt(row)], alone.Memory);
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Gradients_agree_with_differences_of_the_loss(Layer cell)
    {
        var specification = Sandwich(cell);
        var shape = new SequenceShape(5, 3);
        var (_, input, resets, memory) = Draw(specification, shape, seed: 7);
        var parameters = new float[specification.ParameterCount];
        NetworkInitialization.FillOrthogonal(specification, 1f, 1f, RngKey.Root(7), parameters);
        var weights = RandomFloats.Of(7, "weights", shape.RowCount * 2).Select(w => w % 1f).ToArray();
        var (small, start) = (input.Select(x => x % 1f).ToArray(), memory.Select(x => x % 1f).ToArray());
        double Loss(float[] at, float[] x) =>
            Forward(specification, at, shape, x, resets, start).Output.Zip(weights, (y, w) => (double)y * w).Sum();

        var run = SequenceRun.Of(specification, parameters, shape, small, resets, start, weights);
        AgreesWithDifferences(run.ParameterGradient, parameters, at => Loss(at, small));
        AgreesWithDifferences(run.InputGradient, small, at => Loss(parameters, at));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_backward_pass_can_be_repeated_and_spare_the_input(Layer cell)
    {
        var specification = Sandwich(cell);
        var shape = new SequenceShape(3, 4);
        var (parameters, input, resets, memory) = Draw(specification, shape, seed: 8);
        var gradient = RandomFloats.Of(8, "gradient", shape.RowCount * 2);
        var expected = SequenceRun.Of(specification, parameters, shape, input, resets, memory, gradient);
        var workspace = new float[SequenceNetwork.WorkspaceLength(specification, in shape)];
        var output = new float[gradient.Length];
        SequenceNetwork.Forward(specification, parameters, shape, input, resets, memory, workspace, output, memory);
        Bits.Equal(expected.Memory, memory);
        for (var i = 0; i < 2; i++)
        {
            var found = new float[parameters.Length];
            SequenceNetwork.Backward(specification, parameters, shape, input, resets, workspace, gradient, found);
            Bits.Equal(expected.ParameterGradient, found);
        }
    }

    [Fact]
    public void Nothing_happens_to_the_memory_in_no_time()
    {
        var specification = Sandwich(new Layer.Lstm(4, 4));
        float[] memory = [1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f];
        var run = SequenceRun.Of(specification, new float[specification.ParameterCount], new(0, 1), [], [], memory, []);
        Assert.Equal(memory, run.Memory);
        Assert.All(run.ParameterGradient, g => Assert.Equal(0f, g));
    }

    [Fact]
    public void A_workspace_or_a_memory_too_small_is_refused()
    {
        var specification = Sandwich(new Layer.Gru(4, 4));
        var (parameters, shape) = (new float[specification.ParameterCount], new SequenceShape(2, 3));
        var short1 = new float[SequenceNetwork.ForwardWorkspaceLength(specification, in shape) - 1];
        var short2 = new float[SequenceNetwork.WorkspaceLength(specification, in shape) - 1];
        Assert.Throws<ArgumentException>(() =>
            SequenceNetwork.Forward(
                specification,
                parameters,
                shape,
                new float[18],
                [],
                new float[12],
                short1,
                new float[12],
                new float[12]
            )
        );
        Assert.Throws<ArgumentException>(() =>
            SequenceNetwork.Backward(
                specification,
                parameters,
                shape,
                new float[18],
                [],
                short2,
                new float[12],
                new float[parameters.Length]
            )
        );
        var error = Assert.Throws<ArgumentException>(() =>
            SequenceNetwork.Step(specification, parameters, new float[9], 3, [], new float[1000], new float[6])
        );
        Assert.Equal("initial memory has 0 numbers; wanted shape [3, 4].", error.Message);
    }

    public static TheoryData<Layer> Cells => [new Layer.Lstm(4, 5), new Layer.Gru(4, 5)];

    private static NetworkSpecification Sandwich(Layer cell) =>
        NetworkSpecification
            .Create(
                3,
                [
                    new Layer.Dense(3, 4),
                    new Layer.Activation(ActivationFunction.Gelu),
                    cell,
                    new Layer.LayerNorm(Width(cell), Epsilon: 1e-5f),
                    new Layer.Dense(Width(cell), 2),
                ]
            )
            .Require();

    private static int Width(Layer cell) =>
        cell.Match(_ => 0, _ => 0, _ => 0, lstm => lstm.HiddenCount, gru => gru.HiddenCount);

    private static (float[] Parameters, float[] Input, byte[] Resets, float[] Memory) Draw(
        NetworkSpecification specification,
        SequenceShape shape,
        ulong seed
    ) =>
        (
            RandomFloats.Of(seed, "parameters", specification.ParameterCount),
            RandomFloats.Of(seed, "input", shape.RowCount * specification.InputCount),
            [
                .. Enumerable
                    .Range(0, shape.RowCount)
                    .Select(row => (byte)(RandomFloats.Integer(seed, $"reset {row}", 0, 3) / 3)),
            ],
            RandomFloats.Of(seed, "memory", shape.BatchCount * specification.MemoryCount)
        );

    private static void Clear(NetworkSpecification specification, ReadOnlySpan<byte> resets, float[] memory)
    {
        for (var row = 0; row < resets.Length; row++)
        {
            if (resets[row] != 0)
            {
                memory.AsSpan(row * specification.MemoryCount, specification.MemoryCount).Clear();
            }
        }
    }

    private static SequenceRun Forward(
        NetworkSpecification specification,
        float[] parameters,
        SequenceShape shape,
        float[] input,
        byte[] resets,
        float[] memory
    )
    {
        var outputGradient = new float[shape.RowCount * specification.OutputCount];
        return SequenceRun.Of(specification, parameters, shape, input, resets, memory, outputGradient);
    }

    private static void AgreesWithDifferences(float[] gradient, float[] at, Func<float[], double> loss)
    {
        for (var i = 0; i < at.Length; i++)
        {
            const float Step = 1f / 512f;
            var (up, down) = ((float[])at.Clone(), (float[])at.Clone());
            up[i] += Step;
            down[i] -= Step;
            var difference = (loss(up) - loss(down)) / ((double)up[i] - down[i]);
            Assert.Equal(difference, gradient[i], 2e-3 + (2e-3 * Math.Abs(difference)));
        }
    }
}
