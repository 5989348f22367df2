using System.Globalization;
using ActorIL.Core.Prelude;

namespace ActorIL.Numerics.Networks;

/// <summary>The tensors of each step, in PyTorch's order and by its names.</summary>
internal static class NetworkTensors
{
    public static IEnumerable<TensorSlice> Of(NetworkStep step, int index) =>
        step.Kind switch
        {
            NetworkStepKind.Dense =>
            [
                Tensor(step, index, "weight", step.Weights, [step.InputCount, step.OutputCount]),
                Tensor(step, index, "bias", step.Biases, [step.OutputCount]),
            ],
            NetworkStepKind.LayerNorm =>
            [
                Tensor(step, index, "weight", ..step.OutputCount, [step.OutputCount]),
                Tensor(step, index, "bias", step.OutputCount.., [step.OutputCount]),
            ],
            NetworkStepKind.Lstm or NetworkStepKind.Gru =>
            [
                Tensor(step, index, "weight_ih", step.Weights, [step.InputCount, step.GateColumnCount]),
                Tensor(step, index, "weight_hh", step.HiddenWeights, [step.OutputCount, step.GateColumnCount]),
                Tensor(step, index, "bias_ih", step.InputBiases, [step.GateColumnCount]),
                Tensor(step, index, "bias_hh", step.HiddenBiases, [step.GateColumnCount]),
            ],
            NetworkStepKind.Tanh or NetworkStepKind.Relu or NetworkStepKind.Gelu or NetworkStepKind.Silu => [],
        };

    private static TensorSlice Tensor(NetworkStep step, int index, string role, Range own, EquatableArray<int> shape)
    {
        var (offset, length) = own.GetOffsetAndLength(step.ParameterCount);
        var name = string.Create(CultureInfo.InvariantCulture, $"{index}.{role}");
        return new(name, step.ParameterOffset + offset, length, shape);
    }
}
