using ActorIL.Numerics.Networks.Recurrent;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Networks;

/// <summary>The backward pass over some rows, all layers.</summary>
internal readonly ref struct BackwardBlock
{
    public required NetworkPlan Plan { get; init; }

    /// <summary>Flat, of the whole network.</summary>
    public required ReadOnlySpan<float> Parameters { get; init; }

    /// <summary>The rows.</summary>
    public required SequenceShape Shape { get; init; }

    /// <summary>Whether rows before these were done already: theirs are what the parameters' gradient holds.</summary>
    public required bool Resumes { get; init; }

    /// <summary>Shape [rows, InputCount].</summary>
    public required ReadOnlySpan<float> Input { get; init; }

    /// <summary>Shape [rows] or empty.</summary>
    public required ReadOnlySpan<byte> Resets { get; init; }

    /// <summary>As the forward pass over these rows left them.</summary>
    public required Span<float> Activations { get; init; }

    public required BackwardBuffers Buffers { get; init; }

    /// <param name="outputGradient">Shape [rows, OutputCount].</param>
    /// <param name="parameterGradient">Written, flat, of the whole network.</param>
    /// <param name="inputGradient">Written, shape [rows, InputCount]; or empty, and it is not computed.</param>
    public void Run(ReadOnlySpan<float> outputGradient, Span<float> parameterGradient, Span<float> inputGradient)
    {
        var steps = Plan.Steps.AsSpan();
        var buffers = Buffers;
        var current = outputGradient;
        var passIndex = 0;
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            ref readonly var step = ref steps[i];
            var next = i == 0 ? inputGradient : buffers.Gradient(passIndex++, step.InputCount);
            var stepInput = i == 0 ? Input : Activation(step.InputOffset, step.InputCount);
            var kept = Activation(step.KeptOffset, step.KeptCount);
            var own = Parameters[step.Parameters];
            var gradient = parameterGradient[step.Parameters];
            if (step.IsRecurrent)
            {
                var shape = Shape;
                var recurrent = new RecurrentBuffers(in step, in shape, own, stepInput, Resets, kept);
                Recurrence.Backward(in recurrent, in buffers, current, gradient, next);
            }
            else
            {
                var tape = new LayerTape(stepInput, Activation(step.OutputOffset, step.OutputCount), kept);
                var weights = buffers.Weights.Slice(step.ParameterOffset, step.WeightCount);
                var passes = PassesTangents(steps, i);
                LayerPass.Backward(
                    in step,
                    own,
                    in tape,
                    Shape.RowCount,
                    Resumes,
                    weights,
                    current,
                    gradient,
                    passes,
                    next
                );
                i -= passes ? 1 : 0;
            }

            current = next;
        }
    }

    // A dense layer after a tanh does the work of both. The first step's input gradient may be unwanted.
    private static bool PassesTangents(ReadOnlySpan<NetworkStep> steps, int index) =>
        index > 1
        && steps[index].Kind == NetworkStepKind.Dense
        && steps[index - 1].Kind == NetworkStepKind.Tanh
        && DenseProducts.PassesTangents(steps[index].InputCount);

    /// <summary>What a step took in, gave out or kept, shape [rows, columnCount].</summary>
    private Span<float> Activation(int offset, int columnCount) =>
        Activations.Slice(offset * Shape.RowCount, columnCount * Shape.RowCount);
}
