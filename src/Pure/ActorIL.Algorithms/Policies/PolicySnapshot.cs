using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Policies;

/// <summary>
/// A trained policy as a message carries it: what it is made of, its parameters, its frozen normaliser.
/// </summary>
/// <param name="Model">What it is made of.</param>
/// <param name="Parameters">Flat, shape [network | log standard deviations].</param>
/// <param name="Normalizer">Applied to what the view shows; null for none.</param>
public sealed record PolicySnapshot(PolicyModel Model, ParameterBlock Parameters, Standardization? Normalizer)
    : IFields<PolicySnapshot>
{
    public static TypeName Name => new("policy-snapshot", 1);

    public static PolicySnapshot Fields<TVisitor>(scoped ref TVisitor visitor, PolicySnapshot? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var model = value?.Model;
        var hiddenSizes = model?.HiddenSizes.Items ?? [];
        var activation = (int)(model?.Activation ?? ActivationFunction.Tanh);
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
        // A view of everything and no recurrent layer are the defaults, which take no bytes.
        var components = model?.View.Components.Items ?? [];
        var previousAction = model?.View.PreviousAction ?? false;
        var framesBefore = (model?.View.FrameCount ?? 1) - 1;
        var recurrent = (int)(model?.Recurrent ?? RecurrentKind.None);
        var recurrentSize = model?.RecurrentSize ?? 0;
        visitor.Field(7, "view_components", ref components);
        visitor.Field(8, "view_previous_action", ref previousAction);
        visitor.Field(9, "view_frames_before", ref framesBefore);
        visitor.Field(10, "recurrent", ref recurrent);
        visitor.Field(11, "recurrent_size", ref recurrentSize);
        if (!TVisitor.Rebuilds)
        {
            return value!;
        }

        var view = new ObservationView(new(components), previousAction, framesBefore + 1);
        var built = new PolicyModel(
            view,
            new(hiddenSizes),
            (ActivationFunction)activation,
            (RecurrentKind)recurrent,
            recurrentSize
        );
        var normalizer = means.IsEmpty ? null : new Standardization(new(means), new(factors), clip);
        return new(built, parameters ?? ParameterBlock.Empty, normalizer);
    }
}
