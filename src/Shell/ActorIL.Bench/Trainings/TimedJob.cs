using ActorIL.Training.Reports;

namespace ActorIL.Bench.Trainings;

/// <summary>One timed imitation job.</summary>
/// <param name="WorkerCount">Worker threads.</param>
/// <param name="Phases">Where its time went.</param>
/// <param name="Seconds">All of the run: evaluations and closing the trace too.</param>
/// <param name="Report">What it came to.</param>
internal sealed record TimedJob(int WorkerCount, ImitationPhases Phases, double Seconds, RunReport Report);
