namespace ActorIL.Algorithms.Gail;

/// <summary>What learning from one rollout did.</summary>
/// <param name="Loss">Mean binary cross-entropy over its gradient steps, in nats; log 2 for a D without a clue.</param>
/// <param name="ExpertAccuracy">Share of the expert's steps with D above ½, afterwards.</param>
/// <param name="GeneratorAccuracy">Share of the generator's steps with D below ½, afterwards.</param>
public readonly record struct GailMetrics(double Loss, double ExpertAccuracy, double GeneratorAccuracy);
