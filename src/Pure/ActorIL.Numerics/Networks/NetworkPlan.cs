using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Prelude;

namespace ActorIL.Numerics.Networks;

/// <summary>
/// A network compiled to steps with offsets, so that running it looks nothing up and allocates nothing.
/// </summary>
/// <param name="Steps">In order of the layers.</param>
/// <param name="OutputCount">Columns of the last step's output.</param>
/// <param name="ParameterCount">Length of the parameter vector.</param>
/// <param name="ActivationCount">Columns of all outputs kept for the gradients: times the batch, in floats.</param>
/// <param name="WidthMax">Columns of the widest input or output of a step.</param>
/// <param name="WeightCountMax">Elements of the largest weight matrix.</param>
internal sealed record NetworkPlan(
    EquatableArray<NetworkStep> Steps,
    int OutputCount,
    int ParameterCount,
    int ActivationCount,
    int WidthMax,
    int WeightCountMax
)
{
    // Far above any network meant here, far below where an index times a batch would overflow unnoticed.
    private const int ParameterCountMax = 1 << 28;

    public static Result<NetworkPlan, Error> Create(int inputCount, ImmutableArray<Layer> layers)
    {
        if (inputCount < 1)
        {
            return Failure("inputs", Text(inputCount), "at least 1", "Give the number of observation components.");
        }

        if (layers.IsEmpty)
        {
            return Failure("layers", "none", "at least one", "Add a dense layer.");
        }

        var steps = Result.Success<ImmutableArray<NetworkStep>, Error>([]);
        for (var i = 0; i < layers.Length; i++)
        {
            var (layer, index) = (layers[i], i);
            steps = steps.Then(before => Append(before, layer, index, inputCount));
        }

        return steps.Map(Complete);
    }

    public static IEnumerable<TensorSlice> Tensors(NetworkStep step, int index) =>
        step.Kind switch
        {
            NetworkStepKind.Dense =>
            [
                new(
                    $"{Text(index)}.weight",
                    step.ParameterOffset,
                    step.WeightCount,
                    [step.InputCount, step.OutputCount]
                ),
                new(
                    $"{Text(index)}.bias",
                    step.ParameterOffset + step.WeightCount,
                    step.OutputCount,
                    [step.OutputCount]
                ),
            ],
            NetworkStepKind.Tanh or NetworkStepKind.Relu => [],
        };

    private static Result<ImmutableArray<NetworkStep>, Error> Append(
        ImmutableArray<NetworkStep> before,
        Layer layer,
        int index,
        int inputCount
    )
    {
        var width = before.IsEmpty ? inputCount : before[^1].OutputCount;
        var inputOffset = before.IsEmpty ? -1 : before[^1].OutputOffset;
        var free = before.IsEmpty ? 0 : before.Max(step => step.OutputOffset + step.OutputCount);
        var parameterOffset = before.IsEmpty ? 0 : before[^1].ParameterOffset + before[^1].ParameterCount;
        return layer.Match(
            dense: dense =>
                Check(dense, width, parameterOffset, index)
                    .Map(_ =>
                        before.Add(
                            new(NetworkStepKind.Dense, width, dense.OutputCount, parameterOffset, inputOffset, free)
                        )
                    ),
            activation: activation =>
            {
                // In place after a dense layer, whose own gradient does not need its output.
                var follows = !before.IsEmpty && before[^1].Kind == NetworkStepKind.Dense;
                var outputOffset = follows ? inputOffset : free;
                var kind = Kind(activation.Function);
                return Result.Success<ImmutableArray<NetworkStep>, Error>(
                    before.Add(new(kind, width, width, parameterOffset, inputOffset, outputOffset))
                );
            }
        );
    }

    private static Result<Layer.Dense, Error> Check(Layer.Dense dense, int width, int parameterOffset, int index)
    {
        var where = $"layer {Text(index)} (dense)";
        if (dense.InputCount != width)
        {
            return Result.Failure<Layer.Dense, Error>(
                new(
                    where,
                    $"{Text(dense.InputCount)} inputs",
                    $"{Text(width)}, as the layer before it gives",
                    "Make the sizes of neighbouring layers agree."
                )
            );
        }

        if (dense.OutputCount < 1)
        {
            return Result.Failure<Layer.Dense, Error>(
                new(where, $"{Text(dense.OutputCount)} outputs", "at least 1", "Give the layer a width.")
            );
        }

        var parameterCount = parameterOffset + ((dense.InputCount + 1L) * dense.OutputCount);
        return parameterCount <= ParameterCountMax
            ? Result.Success<Layer.Dense, Error>(dense)
            : Result.Failure<Layer.Dense, Error>(
                new(
                    where,
                    $"{parameterCount.ToString(CultureInfo.InvariantCulture)} parameters up to here",
                    $"at most {Text(ParameterCountMax)}",
                    "Make the network smaller."
                )
            );
    }

    private static NetworkStepKind Kind(ActivationFunction function) =>
        function switch
        {
            ActivationFunction.Tanh => NetworkStepKind.Tanh,
            ActivationFunction.Relu => NetworkStepKind.Relu,
        };

    private static NetworkPlan Complete(ImmutableArray<NetworkStep> steps) =>
        new(
            new(steps),
            steps[^1].OutputCount,
            steps[^1].ParameterOffset + steps[^1].ParameterCount,
            steps.Max(step => step.OutputOffset + step.OutputCount),
            steps.Max(step => int.Max(step.InputCount, step.OutputCount)),
            steps.Max(step => step.WeightCount)
        );

    private static Result<NetworkPlan, Error> Failure(string where, string found, string wanted, string remedy) =>
        Result.Failure<NetworkPlan, Error>(new(where, found, wanted, remedy));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
