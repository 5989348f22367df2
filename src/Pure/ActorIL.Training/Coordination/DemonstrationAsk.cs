namespace ActorIL.Training.Coordination;

/// <summary>What the expert is to demonstrate.</summary>
/// <param name="Count">Episodes, from the first on, ≥ 1.</param>
/// <param name="StepsMax">Steps after which each is cut, ≥ 1.</param>
/// <param name="Samples">Whether it samples its actions instead of taking its modes.</param>
internal readonly record struct DemonstrationAsk(int Count, int StepsMax, bool Samples);
