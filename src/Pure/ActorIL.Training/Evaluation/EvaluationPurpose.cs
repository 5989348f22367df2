namespace ActorIL.Training.Evaluation;

/// <summary>
/// Where the start states of scored episodes come from. The two never meet each other or those of training.
/// </summary>
internal enum EvaluationPurpose
{
    /// <summary>
    /// A stream of its own, the same for every stage and every seed of a run: comparisons are paired.
    /// </summary>
    Evaluation,

    /// <summary>The run's seed with a purpose of its own: for choosing among candidates.</summary>
    Validation,
}
