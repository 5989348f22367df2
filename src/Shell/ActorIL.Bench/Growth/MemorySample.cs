namespace ActorIL.Bench.Growth;

/// <summary>Where a training stood at one time.</summary>
/// <param name="StepCount">Environment steps learnt from so far.</param>
/// <param name="Seconds">Since its start.</param>
/// <param name="WorkingSetMost">Most bytes of working set since the sample before.</param>
/// <param name="HeapBytes">Managed bytes in use, after a collection.</param>
internal readonly record struct MemorySample(long StepCount, double Seconds, long WorkingSetMost, long HeapBytes);
