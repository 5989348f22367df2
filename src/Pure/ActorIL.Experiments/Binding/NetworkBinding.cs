using System.Collections.Immutable;
using ActorIL.Numerics.Networks;

namespace ActorIL.Experiments.Binding;

/// <summary>The sections called network.</summary>
internal static class NetworkBinding
{
    public static ImmutableArray<int> HiddenSizes(KeyReader reader, string section) =>
        reader.Integers($"{section}.network.hidden", Bounds.LayerCountMax, 1, Bounds.LayerWidthMax, ascending: false);

    public static ActivationFunction Activation(KeyReader reader, string section) =>
        reader.Choice<ActivationFunction>(
            $"{section}.network.activation",
            new("tanh", ActivationFunction.Tanh),
            new("relu", ActivationFunction.Relu),
            new("gelu", ActivationFunction.Gelu),
            new("silu", ActivationFunction.Silu)
        );
}
