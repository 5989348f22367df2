using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Policies;

/// <summary>
/// What a policy is made of, whatever the environment: what it sees, its hidden layers, and a recurrent layer between
/// them and the head.
/// </summary>
/// <param name="View">What it sees.</param>
/// <param name="HiddenSizes">Widths of the hidden layers.</param>
/// <param name="Activation">What follows each hidden layer.</param>
/// <param name="Recurrent">The recurrent layer after the hidden ones.</param>
/// <param name="RecurrentSize">Its width, ≥ 1; 0 where there is none.</param>
public sealed record PolicyModel(
    ObservationView View,
    EquatableArray<int> HiddenSizes,
    ActivationFunction Activation,
    RecurrentKind Recurrent,
    int RecurrentSize
)
{
    /// <summary>Whether what it does depends on earlier steps of an episode.</summary>
    public bool Remembers => Recurrent != RecurrentKind.None || View.PreviousAction || View.FrameCount > 1;

    /// <summary>A feed-forward network that sees the whole observation.</summary>
    public static PolicyModel Mlp(EquatableArray<int> hiddenSizes, ActivationFunction activation) =>
        new(ObservationView.Full, hiddenSizes, activation, RecurrentKind.None, RecurrentSize: 0);
}
