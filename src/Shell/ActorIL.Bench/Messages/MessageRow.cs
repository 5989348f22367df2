namespace ActorIL.Bench.Messages;

/// <summary>One line of the message benchmark.</summary>
/// <param name="Workload">"ping-pong", "flood", "work-20us" or "fan-out".</param>
/// <param name="Host">"simulation" or "parallel".</param>
/// <param name="WorkerCount">Worker threads, ≥ 1.</param>
/// <param name="MessagesPerSecond">Median over the repetitions, hash chain included.</param>
/// <param name="ExtraBytesPerMessage">Bytes allocated beyond the message itself, median.</param>
/// <param name="Chain">The digest of the workload, the same on every host.</param>
public sealed record MessageRow(
    string Workload,
    string Host,
    int WorkerCount,
    double MessagesPerSecond,
    double ExtraBytesPerMessage,
    string Chain
);
