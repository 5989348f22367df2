namespace ActorIL.Numerics.Networks;

/// <summary>One layer with its place in the parameter vector and in the workspace, ready to run.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="InputCount">Columns in.</param>
/// <param name="OutputCount">Columns out.</param>
/// <param name="ParameterOffset">First parameter: weights [in, out], then biases [out].</param>
/// <param name="InputOffset">Where its input starts in the activations, in columns; -1 for the network's input.</param>
/// <param name="OutputOffset">
/// Where its output starts in the activations, in columns: times the batch, in floats.
/// </param>
internal readonly record struct NetworkStep(
    NetworkStepKind Kind,
    int InputCount,
    int OutputCount,
    int ParameterOffset,
    int InputOffset,
    int OutputOffset
)
{
    public int WeightCount => Kind == NetworkStepKind.Dense ? InputCount * OutputCount : 0;

    public int ParameterCount => Kind == NetworkStepKind.Dense ? WeightCount + OutputCount : 0;
}
