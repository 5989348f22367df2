using System.Diagnostics;
using ActorIL.Actors.Hosts;

namespace ActorIL.Bench.Trainings;

/// <summary>
/// Notes when the learner of PPO last had something to do: its training is over then, the last validation included.
/// A run that is watched by nothing else reports its rounds as one with a trace does.
/// </summary>
internal sealed class LearnerClock : IRunObserver
{
    private const string LearnerRole = "ppo-learner";

    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>From the start to the end of the training.</summary>
    public double Seconds { get; private set; }

    public void AfterRound(in RoundReport report)
    {
        foreach (ref readonly var delivery in report.Deliveries)
        {
            if (delivery.Role.Name == LearnerRole)
            {
                Seconds = Stopwatch.GetElapsedTime(_start).TotalSeconds;
                return;
            }
        }
    }
}
