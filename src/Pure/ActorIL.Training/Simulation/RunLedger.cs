using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;
using ActorIL.Training.Coordination;
using ActorIL.Training.Plans;

namespace ActorIL.Training.Simulation;

/// <summary>
/// Holds what was asked for against what arrived: for every asker, kind and quantity as many arrivals as requests.
/// </summary>
/// <param name="plan">What is run.</param>
internal sealed class RunLedger(RunPlan plan) : IRunObserver
{
    private readonly LedgerReading _reading = new(plan);
    private readonly ImmutableArray<PlannedLearner> _learners = PlannedLearner.Of(plan);
    private readonly SortedDictionary<(LedgerKind Kind, ulong Asker, long Quantity), long> _open = [];
    private readonly SortedDictionary<ulong, string> _paths = [];
    private readonly List<string> _surplus = [];

    /// <summary>Labels that DAgger's trainer was given.</summary>
    public long LabelCount { get; private set; }

    /// <summary>Transitions that PPO learners were given.</summary>
    public long TransitionCount { get; private set; }

    public void AfterRound(in RoundReport report)
    {
        foreach (ref readonly var delivery in report.Deliveries)
        {
            var entries = delivery.Message is { } message ? _reading.Read(delivery.Key.To, message) : [];
            foreach (var entry in entries)
            {
                _paths[entry.Asker.Value] = report.PathOf(entry.Asker);
                Book(in entry);
            }
        }
    }

    /// <summary>What came that nobody had asked for.</summary>
    public ImmutableArray<string> Surplus => [.. _surplus];

    /// <summary>What was asked for and never came, and totals other than the plan's.</summary>
    public ImmutableArray<string> Missing =>
        [
            .. _open.Where(line => line.Value > 0).Select(line => Text(line.Key, line.Value, "never came")),
            .. Total(LedgerKind.Labels, plan.Dagger is { } dagger ? RunStages.LabelCounts(dagger)[^1] : 0, LabelCount),
            .. Total(LedgerKind.Transitions, TransitionsPlanned(), TransitionCount),
        ];

    private void Book(in LedgerEntry entry)
    {
        var line = (entry.Kind, entry.Asker.Value, entry.Quantity);
        var open = _open.GetValueOrDefault(line) + (entry.IsRequest ? 1 : -1);
        if (open < 0)
        {
            _surplus.Add(Text(line, 1, "came unasked"));
            return;
        }

        _open[line] = open;
        LabelCount += IsOfDagger(in entry) ? entry.Quantity : 0;
        TransitionCount += IsLearned(in entry) ? entry.Quantity : 0;
    }

    private static bool IsOfDagger(in LedgerEntry entry) =>
        entry is { Kind: LedgerKind.Labels, IsRequest: false }
        && entry.Asker == ActorId.Root(RunSystem.RootName).Child(RunChildren.DaggerName);

    private bool IsLearned(in LedgerEntry entry)
    {
        var asker = entry.Asker;
        return entry is { Kind: LedgerKind.Transitions, IsRequest: false }
            && _learners.Any(learner => learner.Actor == asker);
    }

    private long TransitionsPlanned() =>
        _learners.Sum(learner => (long)learner.Plan.Algorithm.UpdateCount * learner.Plan.Algorithm.RolloutSize);

    private static IEnumerable<string> Total(LedgerKind kind, long planned, long found) =>
        planned == found
            ? []
            : [string.Create(CultureInfo.InvariantCulture, $"{kind}: {found} in all, planned {planned}")];

    private string Text((LedgerKind Kind, ulong Asker, long Quantity) line, long count, string what) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{line.Kind} of {_paths[line.Asker]}: {count} x {line.Quantity} {what}"
        );
}
