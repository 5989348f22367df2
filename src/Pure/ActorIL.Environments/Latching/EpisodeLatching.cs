namespace ActorIL.Environments.Latching;

/// <summary>What the detector counts in one episode.</summary>
/// <param name="PairCount">Steps after the first, ≥ 0: each has an action before it.</param>
/// <param name="RepeatCount">Of these, steps in which the policy did what it had done before.</param>
/// <param name="ExpertRepeatCount">Of these, steps in which the expert, asked there, would have done so.</param>
/// <param name="IsLatched">Whether it held on to an action for too long while the expert contradicted.</param>
public readonly record struct EpisodeLatching(int PairCount, int RepeatCount, int ExpertRepeatCount, bool IsLatched);
