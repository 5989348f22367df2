using System.Collections.Immutable;
using System.Diagnostics;
using ActorIL.Actors.Hosts;

namespace ActorIL.Bench.Growth;

/// <summary>
/// Looks at the memory of the process between rounds: every few milliseconds at the working set, and after equal parts
/// of the training at what a collection leaves.
/// </summary>
internal sealed class MemoryWatch : IRunObserver
{
    private const string StepsName = "ppo.environment_steps";
    private const double IntervalSeconds = 0.005;

    private readonly ImmutableArray<MemorySample>.Builder _samples = ImmutableArray.CreateBuilder<MemorySample>();
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly long _stepCount;
    private readonly int _partCount;
    private long _looked = Stopwatch.GetTimestamp();
    private long _most;

    /// <param name="stepCount">Steps of the training.</param>
    /// <param name="partCount">Samples to take, ≥ 1: the last one at the end of the training.</param>
    public MemoryWatch(long stepCount, int partCount) => (_stepCount, _partCount) = (stepCount, partCount);

    /// <summary>One after each part; fewer where a rollout is longer than a part.</summary>
    public ImmutableArray<MemorySample> Samples => _samples.ToImmutable();

    public void AfterRound(in RoundReport report)
    {
        if (Stopwatch.GetElapsedTime(_looked).TotalSeconds >= IntervalSeconds)
        {
            Look();
        }

        foreach (ref readonly var note in report.Notes)
        {
            if (note.Note.Name == StepsName)
            {
                Reach((long)note.Note.Value);
            }
        }
    }

    private void Reach(long stepCount)
    {
        var before = _samples.Count == 0 ? 0 : _samples[^1].StepCount;
        if (stepCount * _partCount / _stepCount == before * _partCount / _stepCount)
        {
            return;
        }

        var seconds = Stopwatch.GetElapsedTime(_start).TotalSeconds;
        Look();
        _samples.Add(new(stepCount, seconds, _most, GC.GetTotalMemory(forceFullCollection: true)));
        _most = 0;
    }

    private void Look()
    {
        _most = Math.Max(_most, Environment.WorkingSet);
        _looked = Stopwatch.GetTimestamp();
    }
}
