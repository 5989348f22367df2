using System.Collections.Immutable;

namespace ActorIL.Algorithms.Fitting;

/// <summary>What one call to learn came to.</summary>
/// <param name="State">The next state.</param>
/// <param name="Loss">Mean over the last pass of the data.</param>
public sealed record Fitted<TState>(TState State, double Loss)
{
    /// <summary>How the loss fell: at most 20 points, in order of the steps.</summary>
    public ImmutableArray<LossAt> Curve { get; init; } = [];
}
