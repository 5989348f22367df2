using ActorIL.Actors.Hosts;
using ActorIL.Actors.Traces;
using ActorIL.Training.Reports;

namespace ActorIL.Cli.Runs;

/// <summary>How a run ended, as its trace says it.</summary>
internal static class Endings
{
    public static EndingRecord Of(RunOutcome outcome, IActorHost host, RunReport report) =>
        new(
            outcome.Match(_ => "completed", _ => EndingRecord.Interrupted, _ => "failed", _ => "faulted"),
            host.Progress.DeliveryCount,
            host.DeadLetterCount,
            host.Chain.Value,
            report.Digest(host.Chain).ToString(),
            report.ResultDigest.ToString()
        );
}
