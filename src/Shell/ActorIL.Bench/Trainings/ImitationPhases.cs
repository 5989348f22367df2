namespace ActorIL.Bench.Trainings;

/// <summary>Where the time of an imitation job goes, in seconds.</summary>
/// <param name="Rollouts">Visiting states.</param>
/// <param name="Labelling">Asking the expert.</param>
/// <param name="Training">Lessons of the student.</param>
/// <param name="Rest">The aggregate, messages, the trace, the start.</param>
/// <param name="Evaluation">Evaluating policies: no part of the job.</param>
internal readonly record struct ImitationPhases(
    double Rollouts,
    double Labelling,
    double Training,
    double Rest,
    double Evaluation
)
{
    public static ImitationPhases Nothing => default;

    /// <summary>All of the job.</summary>
    public double Seconds => Rollouts + Labelling + Training + Rest;
}
