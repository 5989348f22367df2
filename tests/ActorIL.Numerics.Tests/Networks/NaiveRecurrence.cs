using ActorIL.Core.Mathematics;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Tests.Products;

namespace ActorIL.Numerics.Tests.Networks;

/// <summary>The naive twin of a recurrent layer over time: one loop an index, a new array for everything.</summary>
/// <param name="gateCount">4 for an LSTM, 3 for a GRU.</param>
/// <param name="weights">W_ih, W_hh, b_ih, b_hh.</param>
/// <param name="shape">Time steps and sequences.</param>
/// <param name="resets">Shape [time, batch].</param>
/// <param name="memory">Before the first step, shape [batch, hidden or twice that]; written.</param>
internal sealed class NaiveRecurrence(
    int gateCount,
    float[][] weights,
    SequenceShape shape,
    byte[] resets,
    float[][] memory
)
{
    private readonly int _hidden = weights[3].Length / gateCount;
    private readonly int _columns = weights[3].Length;
    private readonly int _inputs = weights[0].Length / weights[3].Length;

    // Of every row over time: all gates, the inner value, h and c before the step.
    private readonly List<float[]> _gates = [];
    private readonly List<float[]> _inner = [];
    private readonly List<float[]> _before = [];

    private bool IsLstm => gateCount == 4;

    public float[] Forward(float[] input)
    {
        List<float> output = [];
        for (var row = 0; row < shape.RowCount; row++)
        {
            var b = row % shape.BatchCount;
            var before = resets[row] == 0 ? memory[b] : new float[memory[b].Length];
            var x = Dense(_inputs, input[(row * _inputs)..((row + 1) * _inputs)], weights[0], weights[2]);
            var sums = Dense(_hidden, before[.._hidden], weights[1], weights[3]);
            _before.Add(before);
            memory[b] = IsLstm ? Lstm(x, sums, before) : Gru(x, sums, before);
            output.AddRange(memory[b][.._hidden]);
        }

        return [.. output];
    }

    public (float[][] Weights, float[] Input) Backward(float[] input, float[] outputGradient)
    {
        var (gates, hiddenGates) = (new float[shape.RowCount * _columns], new float[shape.RowCount * _columns]);
        var carry = new float[shape.BatchCount][];
        Array.Fill(carry, new float[2 * _hidden]);
        for (var row = shape.RowCount - 1; row >= 0; row--)
        {
            var gradient = outputGradient[(row * _hidden)..((row + 1) * _hidden)];
            var (own, hiddenOwn, direct) = Row(row, gradient, carry[row % shape.BatchCount]);
            own.CopyTo(gates, row * _columns);
            hiddenOwn.CopyTo(hiddenGates, row * _columns);
            var through = NaiveProducts.InputGradient(1, _hidden, _columns, hiddenOwn, weights[1]);
            carry[row % shape.BatchCount] =
                resets[row] == 0
                    ? [.. direct.Select((d, i) => i < _hidden ? d + through[i] : d)]
                    : new float[2 * _hidden];
        }

        var hidden = _before.SelectMany(before => before[.._hidden]).ToArray();
        float[][] gradients =
        [
            NaiveProducts.WeightGradient(shape.RowCount, _inputs, _columns, input, gates),
            NaiveProducts.WeightGradient(shape.RowCount, _hidden, _columns, hidden, hiddenGates),
            NaiveProducts.BiasGradient(shape.RowCount, _columns, gates),
            NaiveProducts.BiasGradient(shape.RowCount, _columns, hiddenGates),
        ];
        return (gradients, NaiveProducts.InputGradient(shape.RowCount, _inputs, _columns, gates, weights[0]));
    }

    private float[] Dense(int inputCount, float[] x, float[] w, float[] b) =>
        NaiveProducts.Forward(1, inputCount, _columns, x, w, b);

    private float[] Lstm(float[] x, float[] sums, float[] before)
    {
        var gates = new float[_columns];
        for (var i = 0; i < _columns; i++)
        {
            var sum = x[i] + sums[i];
            gates[i] = i / _hidden == 2 ? Elementary.Tanh(sum) : Elementary.Sigmoid(sum);
        }

        var (cells, inner) = (new float[_hidden], new float[_hidden]);
        for (var i = 0; i < _hidden; i++)
        {
            cells[i] = Fma(gates[i + _hidden], before[i + _hidden], gates[i] * gates[i + (2 * _hidden)]);
            inner[i] = Elementary.Tanh(cells[i]);
        }

        _gates.Add(gates);
        _inner.Add(inner);
        return [.. inner.Select((value, i) => gates[i + (3 * _hidden)] * value), .. cells];
    }

    private float[] Gru(float[] x, float[] sums, float[] before)
    {
        var (gates, after) = (new float[_columns], new float[_hidden]);
        var inner = sums[(2 * _hidden)..];
        for (var i = 0; i < 2 * _hidden; i++)
        {
            gates[i] = Elementary.Sigmoid(x[i] + sums[i]);
        }

        for (var i = 0; i < _hidden; i++)
        {
            var candidate = Elementary.Tanh(Fma(gates[i], inner[i], x[i + (2 * _hidden)]));
            gates[i + (2 * _hidden)] = candidate;
            after[i] = Fma(gates[i + _hidden], before[i] - candidate, candidate);
        }

        _gates.Add(gates);
        _inner.Add(inner);
        return after;
    }

    private (float[] Gates, float[] HiddenGates, float[] Direct) Row(int row, float[] gradient, float[] carry)
    {
        var (own, hiddenOwn, direct) = (new float[_columns], new float[_columns], new float[2 * _hidden]);
        var (gates, inner, before) = (_gates[row], _inner[row], _before[row]);
        for (var i = 0; i < _hidden; i++)
        {
            var (a, b, c) = (gates[i], gates[i + _hidden], gates[i + (2 * _hidden)]);
            var dh = gradient[i] + carry[i];
            if (IsLstm)
            {
                var o = gates[i + (3 * _hidden)];
                var dc = Fma(dh * o, Fma(-inner[i], inner[i], 1f), carry[i + _hidden]);
                own[i] = dc * c * Fma(-a, a, a);
                own[i + _hidden] = dc * before[i + _hidden] * Fma(-b, b, b);
                own[i + (2 * _hidden)] = dc * a * Fma(-c, c, 1f);
                own[i + (3 * _hidden)] = dh * inner[i] * Fma(-o, o, o);
                direct[i + _hidden] = dc * b;
                continue;
            }

            var dn = dh * (1f - b) * Fma(-c, c, 1f);
            own[i] = dn * inner[i] * Fma(-a, a, a);
            own[i + _hidden] = dh * (before[i] - c) * Fma(-b, b, b);
            own[i + (2 * _hidden)] = dn;
            (hiddenOwn[i], hiddenOwn[i + _hidden]) = (own[i], own[i + _hidden]);
            hiddenOwn[i + (2 * _hidden)] = dn * a;
            direct[i] = dh * b;
        }

        return (own, IsLstm ? own : hiddenOwn, direct);
    }

    private static float Fma(float left, float right, float addend) => MathF.FusedMultiplyAdd(left, right, addend);
}
