namespace ActorIL.Environments.Tests.Checks;

/// <summary>What is wrong with a <see cref="FlawedEnvironment"/>.</summary>
public enum Flaw
{
    None,
    ActionSpaceShrinks,
    ParameterIsNotDescribed,
    ResetCountsCalls,
    StartIsFixed,
    StepCountsCallsForEver,
    StepCountsCallsSinceReset,
    StepChangesItsInput,
    StepChangesParameters,
    FieldComesBackDoubled,
    FieldIsHidden,
    ObservationIsPartial,
    ObservationIsNaN,
    ObservationLeavesSpace,
    FinalObservationLeavesSpace,
    RewardIsInfinite,
    UpperBoundIsRefused,
    EpisodeNeverEnds,
    ResetThrows,
    SpaceThrows,
}
