using System.Collections.Immutable;
using ActorIL.Algorithms.Policies;

namespace ActorIL.Experiments.Binding;

/// <summary>The sections called network.</summary>
internal static class NetworkBinding
{
    public static ImmutableArray<int> HiddenSizes(KeyReader reader, string section) => reader.Integers(
        $"{section}.network.hidden", Bounds.LayerCountMax, 1, Bounds.LayerWidthMax, ascending: false);

    public static PolicyActivation Activation(KeyReader reader, string section) => reader.Choice<PolicyActivation>(
        $"{section}.network.activation", new("tanh", PolicyActivation.Tanh), new("relu", PolicyActivation.Relu));
}
