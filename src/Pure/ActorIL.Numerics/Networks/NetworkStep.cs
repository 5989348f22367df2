namespace ActorIL.Numerics.Networks;

/// <summary>One layer with its place in the parameter vector and in the workspace, ready to run.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="InputCount">Columns in.</param>
/// <param name="OutputCount">Columns out; of a recurrent layer also the columns of h.</param>
/// <param name="ParameterOffset">First parameter.</param>
/// <param name="InputOffset">Where its input starts in the activations, in columns; -1 for the network's input.</param>
/// <param name="OutputOffset">
/// Where its output starts in the activations, in columns: times the rows, in floats.
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
    /// <summary>Parameters in all.</summary>
    public int ParameterCount { get; init; }

    /// <summary>
    /// Elements of the matrix that takes the input, shape [in, out] or [in, gates · out]; 0 for none.
    /// </summary>
    public int WeightCount { get; init; }

    /// <summary>Columns kept for the gradient beside the output, after <see cref="KeptOffset"/>.</summary>
    public int KeptCount { get; init; }

    /// <summary>Where they start in the activations, in columns.</summary>
    public int KeptOffset { get; init; }

    /// <summary>Gates of a recurrent layer, 0 of any other.</summary>
    public int GateCount { get; init; }

    /// <summary>Columns of a row's memory: h, then c; 0 of a layer without memory.</summary>
    public int MemoryCount { get; init; }

    /// <summary>Where they start in the row's memory.</summary>
    public int MemoryOffset { get; init; }

    /// <summary>Of a layer norm.</summary>
    public float Epsilon { get; init; }

    public bool IsRecurrent => GateCount > 0;

    /// <summary>Columns of all gates.</summary>
    public int GateColumnCount => GateCount * OutputCount;

    /// <summary>Elements of the matrix that takes h, shape [out, gates · out].</summary>
    public int HiddenWeightCount => GateColumnCount * OutputCount;

    /// <summary>First column after those this step writes.</summary>
    public int End => int.Max(OutputOffset + OutputCount, KeptOffset + KeptCount);

    /// <summary>The step's parameters within the vector.</summary>
    public Range Parameters => ParameterOffset..(ParameterOffset + ParameterCount);

    /// <summary>Within the step's parameters: the matrix that takes the input.</summary>
    public Range Weights => ..WeightCount;

    /// <summary>Within the step's parameters: the bias of a dense layer, which ends them.</summary>
    public Range Biases => WeightCount..;

    /// <summary>Within the parameters of a recurrent step: the matrix that takes h.</summary>
    public Range HiddenWeights => WeightCount..(WeightCount + HiddenWeightCount);

    /// <summary>Within the parameters of a recurrent step: the bias beside the input.</summary>
    public Range InputBiases => (WeightCount + HiddenWeightCount)..(ParameterCount - GateColumnCount);

    /// <summary>Within the parameters of a recurrent step: the bias beside h.</summary>
    public Range HiddenBiases => (ParameterCount - GateColumnCount)..;
}
