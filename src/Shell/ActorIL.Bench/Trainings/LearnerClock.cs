using System.Diagnostics;
using ActorIL.Actors.Hosts;

namespace ActorIL.Bench.Trainings;

/// <summary>
/// Notes when the learner of PPO last had something to do: its training is over then, the last validation included.
/// And since when its validations have all come up to a score. A run that is watched by nothing else reports its
/// rounds as one with a trace does.
/// </summary>
internal sealed class LearnerClock(double scoreWanted) : IRunObserver
{
    private const string LearnerRole = "ppo-learner";
    private const string Steps = "ppo.environment_steps";
    private const string Score = "ppo.validation_return";

    private readonly long _start = Stopwatch.GetTimestamp();
    private double _stepCount;

    /// <summary>From the start to the end of the training.</summary>
    public double Seconds { get; private set; }

    /// <summary>Steps and seconds until the score was reached for good; null where the last one misses it.</summary>
    public (double StepCount, double Seconds)? Reached { get; private set; }

    public void AfterRound(in RoundReport report)
    {
        foreach (ref readonly var note in report.Notes)
        {
            Take(note.Note.Name, note.Note.Value);
        }

        foreach (ref readonly var delivery in report.Deliveries)
        {
            if (delivery.Role.Name == LearnerRole)
            {
                Seconds = Stopwatch.GetElapsedTime(_start).TotalSeconds;
                return;
            }
        }
    }

    private void Take(string name, double value)
    {
        if (name == Steps)
        {
            _stepCount = value;
        }
        else if (name == Score)
        {
            var now = (_stepCount, Stopwatch.GetElapsedTime(_start).TotalSeconds);
            Reached = value < scoreWanted ? null : Reached ?? now;
        }
    }
}
