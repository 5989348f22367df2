using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Exploration;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Hashing;
using ActorIL.Training.Reports;

namespace ActorIL.Training.Simulation;

/// <summary>A simulation that has ended, and what it shows about each invariant.</summary>
internal sealed record RunEvidence(
    RunSimulation Simulation,
    Scenario Scenario,
    SimulationHost Host,
    RunOutcome Outcome,
    TrafficMeter Meter,
    RunLedger Ledger
)
{
    /// <summary>Whether the run came to its end by itself.</summary>
    public bool IsCompleted => Outcome.Match(_ => true, _ => false, _ => false, _ => false);

    public ImmutableArray<BrokenInvariant> Broken() =>
        [
            .. Ledger.Surplus.Select(text => new BrokenInvariant(Invariant.NothingLost, text)),
            .. Mailboxes(),
            .. Outcome.Match(
                completed: _ => OfCompleted(),
                interrupted: _ => OfEndless(),
                failed: failed => OfFailed(failed.Failure),
                faulted: faulted => [new(Invariant.NoDeadlock, faulted.Error.ToString())]
            ),
        ];

    private bool IsRepairable(string path) =>
        Meter.Struck.Count(struck => struck == (path, FaultKind.Failure))
        <= SimulationBounds.FailuresMax(Simulation.Plan, path);

    private IEnumerable<string> Unrepairable =>
        Meter
            .Struck.Where(struck => struck.Kind == FaultKind.Failure && !IsRepairable(struck.Path))
            .Select(struck => struck.Path);

    private IEnumerable<BrokenInvariant> Mailboxes()
    {
        var (path, count) = Meter.MailboxMax();
        var most = Simulation.Baseline.MailboxCountMax;
        return count <= most
            ? []
            : [new(Invariant.BoundedMailboxes, Text($"{path} had {count} messages waiting, allowed are {most}"))];
    }

    private IEnumerable<BrokenInvariant> OfCompleted()
    {
        var waiting = Host.Waiting;
        var broken = Ledger.Missing.Select(text => new BrokenInvariant(Invariant.NothingLost, text)).ToList();
        if (!waiting.IsEmpty)
        {
            broken.Add(
                new(Invariant.NoDeadlock, $"nothing is left to do, but {string.Join(", ", waiting)} still waits")
            );
        }

        // A failure that is beyond the retries of a chunk in number may still have been spread over several chunks.
        foreach (var path in Unrepairable.Where(path => SimulationBounds.FailuresMax(Simulation.Plan, path) == 0))
        {
            broken.Add(new(Invariant.NamedFailure, $"{path} failed, and the run went on as if it had not"));
        }

        return broken.Concat(
            RunSystem
                .Report(Simulation.Plan, Host)
                .Match(OfReport, error => [new(Invariant.NoDeadlock, error.ToString())])
        );
    }

    private IEnumerable<BrokenInvariant> OfReport(RunReport report)
    {
        if (!report.IsComplete)
        {
            yield return new(Invariant.NoDeadlock, "nothing is left to do, but the report is not complete");
            yield break;
        }

        var baseline = Simulation.Baseline;
        if (report.ResultDigest != baseline.ResultDigest)
        {
            yield return new(Invariant.ResultDigest, Different(report.ResultDigest, baseline.ResultDigest));
        }

        var digest = report.Digest(Host.Chain);
        var isSameHistory =
            !Scenario.IsExplored
            && Meter.Struck.All(struck => struck.Kind == FaultKind.Crash)
            && Scenario.CountOf(FaultKind.DelayResult) + Scenario.CountOf(FaultKind.DuplicateResult) == 0;
        if (isSameHistory && digest != baseline.Digest)
        {
            yield return new(Invariant.Digest, Different(digest, baseline.Digest));
        }
    }

    private IEnumerable<BrokenInvariant> OfEndless() =>
        [
            new(
                Invariant.Liveness,
                Text($"the run had not ended after {Meter.RoundCount} rounds, the plain one takes {PlainRoundCount}")
            ),
        ];

    /// <summary>
    /// The actor that was made to fail, or one that had asked it: an ask whose receiver fails comes back unanswered,
    /// and which of the two failures reaches the root first is up to the order.
    /// </summary>
    private IEnumerable<BrokenInvariant> OfFailed(Failure failure) =>
        Unrepairable.Contains(failure.OriginPath) || (Unrepairable.Any() && failure.Stage == FailureStage.AskOutcome)
            ? []
            :
            [
                new(
                    Invariant.NamedFailure,
                    $"the run was ended by {failure.OriginPath}, which was not made to fail: {failure.Text}"
                ),
            ];

    private long PlainRoundCount =>
        Scenario.IsExplored ? Simulation.Baseline.RoundCountOneByOne : Simulation.Baseline.RoundCount;

    private static string Different(HashChain found, HashChain wanted) => $"found {found}, the plain run has {wanted}";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
