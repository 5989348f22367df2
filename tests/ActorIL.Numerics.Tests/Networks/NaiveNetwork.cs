using System.Globalization;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Tests.Products;

namespace ActorIL.Numerics.Tests.Networks;

/// <summary>
/// The naive twin of <see cref="Network"/> and <see cref="SequenceNetwork"/>: a new array for everything, one loop an
/// index.
/// </summary>
internal sealed class NaiveNetwork(
    NetworkSpecification specification,
    float[] parameters,
    SequenceShape shape,
    byte[] resets,
    float[] memory
)
{
    private readonly NaiveRecurrence?[] _recurrences = new NaiveRecurrence?[specification.Layers.Count];

    // One part a recurrent layer, one row a sequence.
    private readonly List<float[][]> _memories = [];

    public NaiveNetwork(NetworkSpecification specification, float[] parameters, int batchCount)
        : this(specification, parameters, new(1, batchCount), new byte[batchCount], []) { }

    /// <summary>After the forward pass, shape [batch, MemoryCount].</summary>
    public float[] Memory =>
        [.. Enumerable.Range(0, shape.BatchCount).SelectMany(row => _memories.SelectMany(layer => layer[row]))];

    /// <summary>The input, then every layer's output.</summary>
    public List<float[]> Forward(float[] input)
    {
        List<float[]> outputs = [input];
        for (var i = 0; i < specification.Layers.Count; i++)
        {
            var (x, index) = (outputs[^1], i);
            outputs.Add(
                specification
                    .Layers[i]
                    .Match(
                        dense: d =>
                        {
                            var (w, b) = (Own(index, "weight"), Own(index, "bias"));
                            return NaiveProducts.Forward(shape.RowCount, d.InputCount, d.OutputCount, x, w, b);
                        },
                        activation: a => [.. x.Select(value => NaiveActivation.Apply(a.Function, value))],
                        layerNorm: norm => Norm(index, norm).Forward(x),
                        lstm: lstm => Recurrent(index, 4, 2 * lstm.HiddenCount).Forward(x),
                        gru: gru => Recurrent(index, 3, gru.HiddenCount).Forward(x)
                    )
            );
        }

        return outputs;
    }

    /// <summary>Gradients by the parameters and by the input.</summary>
    public (float[] Parameters, float[] Input) Backward(List<float[]> outputs, float[] outputGradient)
    {
        var all = new float[parameters.Length];
        var gradient = outputGradient;
        for (var i = specification.Layers.Count - 1; i >= 0; i--)
        {
            var (x, y, g, index) = (outputs[i], outputs[i + 1], gradient, i);
            gradient = specification
                .Layers[i]
                .Match(
                    dense: d =>
                    {
                        var (rows, inputs, width) = (shape.RowCount, d.InputCount, d.OutputCount);
                        Write(all, index, "weight", NaiveProducts.WeightGradient(rows, inputs, width, x, g));
                        Write(all, index, "bias", NaiveProducts.BiasGradient(rows, width, g));
                        return NaiveProducts.InputGradient(rows, inputs, width, g, Own(index, "weight"));
                    },
                    activation: a =>
                        [.. g.Select((value, k) => NaiveActivation.Gradient(a.Function, value, x[k], y[k]))],
                    layerNorm: norm =>
                    {
                        var (gain, offset, input) = Norm(index, norm).Backward(x, g);
                        Write(all, index, "weight", gain);
                        Write(all, index, "bias", offset);
                        return input;
                    },
                    lstm: _ => ThroughTime(all, index, x, g),
                    gru: _ => ThroughTime(all, index, x, g)
                );
        }

        return (all, gradient);
    }

    private NaiveRecurrence Recurrent(int index, int gateCount, int memoryCount)
    {
        var start = _memories.Sum(layer => layer[0].Length);
        var rows = memory.Chunk(specification.MemoryCount).Select(row => row[start..(start + memoryCount)]).ToArray();
        float[][] weights =
        [
            Own(index, "weight_ih"),
            Own(index, "weight_hh"),
            Own(index, "bias_ih"),
            Own(index, "bias_hh"),
        ];
        _memories.Add(rows);
        return _recurrences[index] = new NaiveRecurrence(gateCount, weights, shape, resets, rows);
    }

    private float[] ThroughTime(float[] all, int index, float[] x, float[] gradient)
    {
        var (weights, input) = _recurrences[index]!.Backward(x, gradient);
        Write(all, index, "weight_ih", weights[0]);
        Write(all, index, "weight_hh", weights[1]);
        Write(all, index, "bias_ih", weights[2]);
        Write(all, index, "bias_hh", weights[3]);
        return input;
    }

    private NaiveLayerNorm Norm(int index, Layer.LayerNorm norm) =>
        new(Own(index, "weight"), Own(index, "bias"), norm.Epsilon);

    private float[] Own(int index, string role)
    {
        var tensor = Tensor(index, role);
        return parameters[tensor.Offset..(tensor.Offset + tensor.Length)];
    }

    private void Write(float[] all, int index, string role, float[] gradient) =>
        gradient.CopyTo(all.AsSpan(Tensor(index, role).Offset, Tensor(index, role).Length));

    private TensorSlice Tensor(int index, string role) =>
        specification.Tensors.Single(tensor =>
            tensor.Name == string.Create(CultureInfo.InvariantCulture, $"{index}.{role}")
        );
}
