using System.Collections.Immutable;
using ActorIL.Core.Prelude;

namespace ActorIL.Numerics.Networks;

/// <summary>
/// A network compiled to steps with offsets, so that running it looks nothing up and allocates nothing.
/// </summary>
/// <param name="Steps">In order of the layers.</param>
/// <param name="OutputCount">Columns of the last step's output.</param>
/// <param name="ParameterCount">Length of the parameter vector.</param>
/// <param name="MemoryCount">Columns of the memory a row keeps from one time step to the next.</param>
/// <param name="ActivationCount">
/// Columns of all that is kept for the gradients: times the rows (of all time steps), in floats.
/// </param>
/// <param name="WidthMax">Columns of the widest input or output of a step.</param>
/// <param name="WeightCountMax">Elements of the largest weight matrix.</param>
/// <param name="GateColumnMax">Columns of the widest recurrent step's gates, 0 without one.</param>
/// <param name="GateGradientMax">Columns of the gates' gradients that a backward pass through time keeps.</param>
/// <param name="CarryMax">Columns of the gradients carried from one time step to the one before it.</param>
internal sealed record NetworkPlan(
    EquatableArray<NetworkStep> Steps,
    int OutputCount,
    int ParameterCount,
    int MemoryCount,
    int ActivationCount,
    int WidthMax,
    int WeightCountMax,
    int GateColumnMax,
    int GateGradientMax,
    int CarryMax
)
{
    public static NetworkPlan Of(ImmutableArray<NetworkStep> steps) =>
        new(
            new(steps),
            steps[^1].OutputCount,
            steps[^1].ParameterOffset + steps[^1].ParameterCount,
            steps.Sum(step => step.MemoryCount),
            steps.Max(step => step.End),
            steps.Max(step => int.Max(step.InputCount, step.OutputCount)),
            steps.Max(step => int.Max(step.WeightCount, step.HiddenWeightCount)),
            steps.Max(step => step.GateColumnCount),
            steps.Max(GateGradientCount),
            steps.Max(step => step.IsRecurrent ? step.MemoryCount + step.OutputCount : 0)
        );

    /// <summary>
    /// Columns of a recurrent step's gate gradients: those beside the input, and beside h where they are others.
    /// </summary>
    public static int GateGradientCount(NetworkStep step) =>
        step.Kind == NetworkStepKind.Gru ? 2 * step.GateColumnCount : step.GateColumnCount;
}
