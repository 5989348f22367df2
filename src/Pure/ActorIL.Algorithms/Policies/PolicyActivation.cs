namespace ActorIL.Algorithms.Policies;

/// <summary>Hidden activations a policy network can have.</summary>
public enum PolicyActivation
{
    Tanh,
    Relu,
}
