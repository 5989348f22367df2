using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Prelude;

namespace ActorIL.Numerics.Networks;

/// <summary>Compiles a list of layers to a <see cref="NetworkPlan"/>, or says what is wrong with which layer.</summary>
internal static class NetworkPlanner
{
    // Far above any network meant here, far below where an index times a batch would overflow unnoticed.
    private const int ParameterCountMax = 1 << 28;

    private const int LstmGateCount = 4;
    private const int GruGateCount = 3;

    public static Result<NetworkPlan, Error> Create(int inputCount, ImmutableArray<Layer> layers)
    {
        if (inputCount < 1)
        {
            return Failure<NetworkPlan>(
                "inputs",
                Text(inputCount),
                "at least 1",
                "Give the number of observation components."
            );
        }

        if (layers.IsEmpty)
        {
            return Failure<NetworkPlan>("layers", "none", "at least one", "Add a dense layer.");
        }

        var steps = Result.Success<ImmutableArray<NetworkStep>, Error>([]);
        for (var i = 0; i < layers.Length; i++)
        {
            var (layer, index) = (layers[i], i);
            steps = steps.Then(before => Plan(before, layer, index, inputCount).Map(before.Add));
        }

        return steps.Map(NetworkPlan.Of);
    }

    private static Result<NetworkStep, Error> Plan(
        ImmutableArray<NetworkStep> before,
        Layer layer,
        int index,
        int inputCount
    )
    {
        var free = before.IsEmpty ? 0 : before.Max(step => step.End);
        var width = before.IsEmpty ? inputCount : before[^1].OutputCount;
        var start = new NetworkStep(
            NetworkStepKind.Dense,
            width,
            width,
            before.IsEmpty ? 0 : before[^1].ParameterOffset + before[^1].ParameterCount,
            before.IsEmpty ? -1 : before[^1].OutputOffset,
            free
        )
        {
            KeptOffset = free,
            MemoryOffset = before.Sum(step => step.MemoryCount),
        };
        return layer.Match(
            dense: dense =>
                Sized(start, dense.InputCount, dense.OutputCount, 1L, $"layer {Text(index)} (dense)").Map(AsDense),
            activation: activation =>
                Result.Success<NetworkStep, Error>(AsActivation(start, activation.Function, before)),
            layerNorm: norm =>
                Positive(norm.Epsilon, $"layer {Text(index)} (layer norm)")
                    .Then(_ => Sized(start, norm.Size, norm.Size, 0L, $"layer {Text(index)} (layer norm)"))
                    .Map(step => AsLayerNorm(step, norm.Epsilon)),
            lstm: lstm =>
                Sized(start, lstm.InputCount, lstm.HiddenCount, LstmGateCount, $"layer {Text(index)} (lstm)")
                    .Map(step => AsRecurrent(step, NetworkStepKind.Lstm, LstmGateCount, 2 * step.OutputCount)),
            gru: gru =>
                Sized(start, gru.InputCount, gru.HiddenCount, GruGateCount, $"layer {Text(index)} (gru)")
                    .Map(step => AsRecurrent(step, NetworkStepKind.Gru, GruGateCount, step.OutputCount))
        );
    }

    private static NetworkStep AsDense(NetworkStep step)
    {
        var weightCount = step.InputCount * step.OutputCount;
        return step with { WeightCount = weightCount, ParameterCount = weightCount + step.OutputCount };
    }

    // In place where the step before needs its output for no gradient and this one takes its own from the output.
    private static NetworkStep AsActivation(
        NetworkStep step,
        ActivationFunction function,
        ImmutableArray<NetworkStep> before
    )
    {
        var kind = Kind(function);
        var inPlace = !before.IsEmpty && LeavesItsOutput(before[^1].Kind) && !Activations.NeedsInput(kind);
        return step with { Kind = kind, OutputOffset = inPlace ? step.InputOffset : step.OutputOffset };
    }

    // Keeps the normalised rows and the factor of each.
    private static NetworkStep AsLayerNorm(NetworkStep step, float epsilon) =>
        step with
        {
            Kind = NetworkStepKind.LayerNorm,
            ParameterCount = 2 * step.OutputCount,
            KeptOffset = step.OutputOffset + step.OutputCount,
            KeptCount = step.OutputCount + 1,
            Epsilon = epsilon,
        };

    // Keeps the gates, one more value of each hidden unit, and the memory the time step began with.
    private static NetworkStep AsRecurrent(NetworkStep step, NetworkStepKind kind, int gateCount, int memoryCount)
    {
        var (gateColumnCount, hiddenCount) = (gateCount * step.OutputCount, step.OutputCount);
        return step with
        {
            Kind = kind,
            GateCount = gateCount,
            MemoryCount = memoryCount,
            WeightCount = step.InputCount * gateColumnCount,
            ParameterCount = (step.InputCount + hiddenCount + 2) * gateColumnCount,
            KeptOffset = step.OutputOffset + hiddenCount,
            KeptCount = gateColumnCount + hiddenCount + memoryCount,
        };
    }

    private static bool LeavesItsOutput(NetworkStepKind kind) =>
        kind switch
        {
            NetworkStepKind.Dense or NetworkStepKind.LayerNorm or NetworkStepKind.Lstm or NetworkStepKind.Gru => true,
            NetworkStepKind.Tanh or NetworkStepKind.Relu or NetworkStepKind.Gelu or NetworkStepKind.Silu => false,
        };

    /// <summary>The step that applies a function.</summary>
    public static NetworkStepKind Kind(ActivationFunction function) =>
        function switch
        {
            ActivationFunction.Tanh => NetworkStepKind.Tanh,
            ActivationFunction.Relu => NetworkStepKind.Relu,
            ActivationFunction.Gelu => NetworkStepKind.Gelu,
            ActivationFunction.Silu => NetworkStepKind.Silu,
        };

    /// <summary>The step with its output's width, if that and what it takes are right.</summary>
    private static Result<NetworkStep, Error> Sized(
        NetworkStep step,
        int inputCount,
        int outputCount,
        long gateCount,
        string where
    )
    {
        if (inputCount != step.InputCount)
        {
            return Failure<NetworkStep>(
                where,
                $"{Text(inputCount)} inputs",
                $"{Text(step.InputCount)}, as the layer before it gives",
                "Make the sizes of neighbouring layers agree."
            );
        }

        if (outputCount < 1)
        {
            return Failure<NetworkStep>(where, $"{Text(outputCount)} outputs", "at least 1", "Give the layer a width.");
        }

        return Indexable(step with { OutputCount = outputCount }, gateCount, where);
    }

    // In decimal: the product of four integers may exceed any other number.
    private static Result<NetworkStep, Error> Indexable(NetworkStep step, long gateCount, string where)
    {
        var rowCount = gateCount switch
        {
            0 => 2m,
            1 => step.InputCount + 1m,
            _ => gateCount * ((decimal)step.InputCount + step.OutputCount + 2m),
        };
        var parameterCount = step.ParameterOffset + (rowCount * step.OutputCount);
        return parameterCount <= ParameterCountMax
            ? Result.Success<NetworkStep, Error>(step)
            : Failure<NetworkStep>(
                where,
                $"{parameterCount.ToString(CultureInfo.InvariantCulture)} parameters up to here",
                $"at most {Text(ParameterCountMax)}",
                "Make the network smaller."
            );
    }

    private static Result<float, Error> Positive(float epsilon, string where) =>
        float.IsFinite(epsilon) && epsilon > 0f
            ? Result.Success<float, Error>(epsilon)
            : Failure<float>(
                where,
                $"epsilon {epsilon.ToString(CultureInfo.InvariantCulture)}",
                "a finite number above 0",
                "Give 1e-5, as is usual."
            );

    private static Result<T, Error> Failure<T>(string where, string found, string wanted, string remedy) =>
        Result.Failure<T, Error>(new(where, found, wanted, remedy));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
