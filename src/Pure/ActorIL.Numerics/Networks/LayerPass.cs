using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Networks;

/// <summary>Both passes of one layer without memory.</summary>
internal static class LayerPass
{
    /// <summary>Forward.</summary>
    /// <param name="step">The layer.</param>
    /// <param name="parameters">The layer's own.</param>
    /// <param name="input">Shape [rowCount, in].</param>
    /// <param name="rowCount">Rows, of all time steps.</param>
    /// <param name="kept">Written: what the gradient needs beside input and output.</param>
    /// <param name="output">Written, shape [rowCount, out]; for some activations the input itself.</param>
    public static void Forward(
        in NetworkStep step,
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input,
        int rowCount,
        Span<float> kept,
        Span<float> output
    )
    {
        if (step.Kind == NetworkStepKind.Dense)
        {
            var shape = new DenseShape(rowCount, step.InputCount, step.OutputCount);
            DenseProducts.Forward(in shape, input, parameters[step.Weights], parameters[step.Biases], output);
        }
        else if (step.Kind == NetworkStepKind.LayerNorm)
        {
            LayerNormalization.Forward(step.Epsilon, parameters, input, kept, output);
        }
        else
        {
            Activations.Apply(step.Kind, input, output);
        }
    }

    /// <summary>Backward.</summary>
    /// <param name="step">The layer.</param>
    /// <param name="parameters">The layer's own.</param>
    /// <param name="tape">What the forward pass kept.</param>
    /// <param name="rowCount">Rows, of all time steps.</param>
    /// <param name="transposed">Overwritten: room for the weights.</param>
    /// <param name="outputGradient">Shape [rowCount, out].</param>
    /// <param name="parameterGradient">Written.</param>
    /// <param name="inputGradient">Written, shape [rowCount, in]; or empty, and it is not computed.</param>
    public static void Backward(
        in NetworkStep step,
        ReadOnlySpan<float> parameters,
        in LayerTape tape,
        int rowCount,
        Span<float> transposed,
        ReadOnlySpan<float> outputGradient,
        Span<float> parameterGradient,
        Span<float> inputGradient
    )
    {
        if (step.Kind == NetworkStepKind.Dense)
        {
            var shape = new DenseShape(rowCount, step.InputCount, step.OutputCount);
            DenseProducts.WeightGradient(in shape, tape.Input, outputGradient, parameterGradient[step.Weights]);
            DenseProducts.BiasGradient(in shape, outputGradient, parameterGradient[step.Biases]);
            if (!inputGradient.IsEmpty)
            {
                var weights = parameters[step.Weights];
                DenseProducts.InputGradient(in shape, outputGradient, weights, transposed, inputGradient);
            }
        }
        else if (step.Kind == NetworkStepKind.LayerNorm)
        {
            LayerNormalization.ParameterGradient(tape.Kept, outputGradient, parameterGradient);
            LayerNormalization.InputGradient(parameters, tape.Kept, outputGradient, inputGradient);
        }
        else if (!inputGradient.IsEmpty)
        {
            Activations.Gradient(step.Kind, tape.Input, tape.Output, outputGradient, inputGradient);
        }
    }
}
