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
    /// <param name="resumes">
    /// Whether rows before these were done already: theirs are what the parameters' gradient holds.
    /// </param>
    /// <param name="transposed">Written by the first rows, read by the others: room for the weights.</param>
    /// <param name="outputGradient">Shape [rowCount, out].</param>
    /// <param name="parameterGradient">Written.</param>
    /// <param name="passesTangents">
    /// Whether a dense layer's gradient goes on through the tanh before it; then it is the gradient by what that took.
    /// </param>
    /// <param name="inputGradient">Written, shape [rowCount, in]; or empty, and it is not computed.</param>
    public static void Backward(
        in NetworkStep step,
        ReadOnlySpan<float> parameters,
        in LayerTape tape,
        int rowCount,
        bool resumes,
        Span<float> transposed,
        ReadOnlySpan<float> outputGradient,
        Span<float> parameterGradient,
        bool passesTangents,
        Span<float> inputGradient
    )
    {
        if (step.Kind == NetworkStepKind.Dense)
        {
            var shape = new DenseShape(rowCount, step.InputCount, step.OutputCount);
            DenseProducts.WeightGradient(
                in shape,
                tape.Input,
                outputGradient,
                resumes,
                parameterGradient[step.Weights]
            );
            DenseProducts.BiasGradient(in shape, outputGradient, resumes, parameterGradient[step.Biases]);
            if (inputGradient.IsEmpty)
            {
                return;
            }

            if (!passesTangents && LargeInputGradient.Pays(in shape))
            {
                LargeInputGradient.Multiply(in shape, outputGradient, parameters[step.Weights], inputGradient);
                return;
            }

            if (!resumes)
            {
                Transposition.Transpose(parameters[step.Weights], step.InputCount, step.OutputCount, transposed);
            }

            var tangents = passesTangents ? tape.Input : [];
            DenseProducts.InputGradientThroughTanh(in shape, outputGradient, transposed, tangents, inputGradient);
        }
        else if (step.Kind == NetworkStepKind.LayerNorm)
        {
            LayerNormalization.ParameterGradient(tape.Kept, outputGradient, resumes, parameterGradient);
            LayerNormalization.InputGradient(parameters, tape.Kept, outputGradient, inputGradient);
        }
        else if (!inputGradient.IsEmpty)
        {
            Activations.Gradient(step.Kind, tape.Input, tape.Output, outputGradient, inputGradient);
        }
    }
}
