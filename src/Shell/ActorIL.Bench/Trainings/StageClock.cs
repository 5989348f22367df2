using System.Diagnostics;
using ActorIL.Actors.Hosts;

namespace ActorIL.Bench.Trainings;

/// <summary>
/// Divides the time of an imitation job by who had messages in a round. Rounds in which policies are only evaluated are
/// left out, and so is everything after the last lesson.
/// </summary>
internal sealed class StageClock : IRunObserver
{
    private const string BlockRole = "environment-block";
    private const string ExpertRole = "expert";
    private const string StudentRole = "student";
    private const string ShardRole = "evaluation-shard";

    private long _last = Stopwatch.GetTimestamp();
    private ImitationPhases _phases = ImitationPhases.Nothing;

    /// <summary>From the start to the end of the last lesson.</summary>
    public ImitationPhases Phases { get; private set; } = ImitationPhases.Nothing;

    public void AfterRound(in RoundReport report)
    {
        var now = Stopwatch.GetTimestamp();
        var seconds = Stopwatch.GetElapsedTime(_last, now).TotalSeconds;
        _last = now;
        var (rollouts, labelling, training, evaluation) = (false, false, false, false);
        foreach (ref readonly var delivery in report.Deliveries)
        {
            rollouts |= delivery.Role.Name == BlockRole;
            labelling |= delivery.Role.Name == ExpertRole;
            training |= delivery.Role.Name == StudentRole;
            evaluation |= delivery.Role.Name == ShardRole;
        }

        if (training)
        {
            _phases = _phases with { Training = _phases.Training + seconds };
            Phases = _phases;
        }
        else if (rollouts)
        {
            _phases = _phases with { Rollouts = _phases.Rollouts + seconds };
        }
        else if (labelling)
        {
            _phases = _phases with { Labelling = _phases.Labelling + seconds };
        }
        else if (evaluation)
        {
            _phases = _phases with { Evaluation = _phases.Evaluation + seconds };
        }
        else
        {
            _phases = _phases with { Rest = _phases.Rest + seconds };
        }
    }
}
