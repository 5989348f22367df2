namespace ActorIL.Algorithms.Aggrevate;

/// <summary>What AggreVaTe asks for, and what its student makes of it.</summary>
/// <param name="Candidates">The actions that are tried in every labelled state.</param>
/// <param name="LabelsPerEpisode">
/// Steps of an episode that are labelled, drawn without replacement, ≥ 1; a shorter episode is labelled throughout.
/// </param>
/// <param name="RolloutCount">Rollouts whose mean a cost is, ≥ 1.</param>
/// <param name="ImitationWeight">
/// λ ≥ 0: what a squared unit of distance from the expert's action, or a nat of its logarithm, weighs against a unit of
/// return. Costs tie in many states, and there it decides.
/// </param>
public sealed record AggrevateConfig(
    CandidateGrid Candidates,
    int LabelsPerEpisode,
    int RolloutCount,
    double ImitationWeight
);
