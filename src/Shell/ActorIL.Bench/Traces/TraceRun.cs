namespace ActorIL.Bench.Traces;

/// <summary>One timed training.</summary>
/// <param name="Seconds">Wall-clock time, closing the trace included.</param>
/// <param name="ByteCount">Bytes of the trace.</param>
/// <param name="StallCount">Times it waited for the disk.</param>
internal readonly record struct TraceRun(double Seconds, long ByteCount, long StallCount);
