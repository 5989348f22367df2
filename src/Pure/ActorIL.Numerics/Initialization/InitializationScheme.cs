namespace ActorIL.Numerics.Initialization;

/// <summary>How a network's first parameters are drawn.</summary>
public enum InitializationScheme
{
    /// <summary>Orthogonal weights with gains, zero biases.</summary>
    Orthogonal,

    /// <summary>All weights and biases uniform within 1/√(inputs): the default of PyTorch's Linear.</summary>
    FanIn,
}
