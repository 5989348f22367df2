namespace ActorIL.Algorithms.Ppo;

/// <summary>The parts of one minibatch's loss.</summary>
/// <param name="PolicyLoss">Clipped surrogate.</param>
/// <param name="ValueLoss">In its configured form.</param>
/// <param name="Entropy">Mean, in nats.</param>
/// <param name="ApproximateKl">In nats.</param>
/// <param name="ClipFraction">In [0, 1].</param>
internal readonly record struct PpoLossResult(
    float PolicyLoss,
    float ValueLoss,
    float Entropy,
    float ApproximateKl,
    float ClipFraction
);
