namespace ActorIL.Environments.Perturbations;

/// <summary>A perturbation in words and steps, for whoever reads its rates.</summary>
/// <param name="WideStart">Where episodes start.</param>
/// <param name="Push">What a push changes.</param>
/// <param name="Recovery">When an episode counts as recovered.</param>
/// <param name="PushFrom">First step count at which a push may come, ≥ 1.</param>
/// <param name="PushUntil">Last step count at which a push may come, ≥ <paramref name="PushFrom"/>.</param>
/// <param name="RecoverySteps">
/// Steps from the push, or from a wide start, to the state that is judged, ≥ 1; fewer where the episode ends before.
/// </param>
public sealed record PerturbationTerms(
    string WideStart,
    string Push,
    string Recovery,
    int PushFrom,
    int PushUntil,
    int RecoverySteps
);
