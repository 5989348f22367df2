using System.Collections.Immutable;
using ActorIL.Core.Fields;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Policies;

/// <summary>
/// A trained policy as a message carries it: the network's shape, its parameters, its frozen normaliser.
/// </summary>
/// <param name="HiddenSizes">Widths of the hidden layers.</param>
/// <param name="Activation">What follows each hidden layer.</param>
/// <param name="Parameters">Flat, shape [network | log standard deviations].</param>
/// <param name="Normalizer">Applied to observations first; null for none.</param>
public sealed record PolicySnapshot(
    ImmutableArray<int> HiddenSizes,
    ActivationFunction Activation,
    ParameterBlock Parameters,
    Standardization? Normalizer
) : IFields<PolicySnapshot>
{
    public static TypeName Name => new("policy-snapshot", 1);

    public static PolicySnapshot Fields<TVisitor>(scoped ref TVisitor visitor, PolicySnapshot? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var hiddenSizes = value?.HiddenSizes ?? [];
        var activation = (int)(value?.Activation ?? ActivationFunction.Tanh);
        var parameters = value?.Parameters;
        var means = value?.Normalizer?.Means.Items ?? [];
        var factors = value?.Normalizer?.Factors.Items ?? [];
        var clip = value?.Normalizer?.Clip ?? 0f;
        visitor.Field(1, "hidden_sizes", ref hiddenSizes);
        visitor.Field(2, "activation", ref activation);
        visitor.Block(3, "parameters", ref parameters);
        visitor.Field(4, "normalizer_means", ref means);
        visitor.Field(5, "normalizer_factors", ref factors);
        visitor.Field(6, "normalizer_clip", ref clip);
        if (!TVisitor.Rebuilds)
        {
            return value!;
        }

        var normalizer = means.IsEmpty ? null : new Standardization(new(means), new(factors), clip);
        return new(hiddenSizes, (ActivationFunction)activation, parameters ?? ParameterBlock.Empty, normalizer);
    }
}
