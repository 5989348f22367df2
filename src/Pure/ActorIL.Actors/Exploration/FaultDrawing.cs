using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Exploration;

/// <summary>
/// Draws what goes wrong in one simulation. Each has a random subset of the kinds that are asked for, since a mistake
/// that one kind would show may be hidden by another.
/// </summary>
/// <remarks>
/// Source: Groce, Zhang, Eide, Chen and Regehr 2012, "Swarm testing". Every fault strikes once, failures and results
/// only in the first part of a run: after that all has healed, and the run must come to its end.
/// </remarks>
public static class FaultDrawing
{
    private const int CrashesMax = 8;
    private const int FailuresMax = 3;
    private const int ResultsMax = 6;
    private const int TicksMax = 20;

    // One crash plan in so many crashes every actor several times.
    private const int StormInterval = 16;
    private const int StormCrashesPerActor = 4;

    // One failure plan in so many has a failure that nobody is there to repair.
    private const int FatalInterval = 4;

    /// <param name="key">Where it comes from.</param>
    /// <param name="targets">Who can be hit, at least one.</param>
    /// <param name="asked">Which kinds may be among it.</param>
    public static ImmutableArray<PlannedFault> Draw(
        RngKey key,
        ImmutableArray<FaultTarget> targets,
        FaultSelection asked
    )
    {
        var draws = new DrawSequence(key);
        var faults = new List<PlannedFault>();
        if (asked.Crashes && !draws.OneIn(3))
        {
            AddCrashes(draws, targets, faults);
        }

        if (asked.Failures && !draws.OneIn(3))
        {
            AddFailures(draws, targets, faults);
        }

        var performing = targets.Where(target => target.OperationCount > 0).ToImmutableArray();
        if (asked.Results && !performing.IsEmpty && !draws.OneIn(3))
        {
            AddResults(draws, performing, faults);
        }

        return [.. faults.DistinctBy(fault => (fault.Path, fault.DeliveryIndex, fault.Kind))];
    }

    private static void AddCrashes(DrawSequence draws, ImmutableArray<FaultTarget> targets, List<PlannedFault> faults)
    {
        var isStorm = draws.OneIn(StormInterval);
        var count = isStorm ? targets.Length * StormCrashesPerActor : draws.Between(1, CrashesMax);
        for (var i = 0; i < count; i++)
        {
            var target = targets[isStorm ? i % targets.Length : draws.Index(targets.Length)];
            faults.Add(new(target.Path, draws.Index(target.DeliveryCount + 1), FaultKind.Crash));
        }
    }

    private static void AddFailures(DrawSequence draws, ImmutableArray<FaultTarget> targets, List<PlannedFault> faults)
    {
        var isFatal = draws.OneIn(FatalInterval);
        var hit = targets.Where(target => target.FailuresMax > 0 != isFatal && target.EarlyDeliveryCount > 0);
        ImmutableArray<FaultTarget> eligible = [.. hit];
        if (eligible.IsEmpty)
        {
            return;
        }

        for (var count = draws.Between(1, isFatal ? 1 : FailuresMax); count > 0; count--)
        {
            var target = eligible[draws.Index(eligible.Length)];
            var failureCount = faults.Count(fault => fault.Kind == FaultKind.Failure && fault.Path == target.Path);
            if (isFatal || failureCount < target.FailuresMax)
            {
                faults.Add(new(target.Path, draws.Index(target.EarlyDeliveryCount + 1), FaultKind.Failure));
            }
        }
    }

    private static void AddResults(DrawSequence draws, ImmutableArray<FaultTarget> targets, List<PlannedFault> faults)
    {
        for (var count = draws.Between(1, ResultsMax); count > 0; count--)
        {
            var target = targets[draws.Index(targets.Length)];
            var kind = draws.OneIn(2) ? FaultKind.DelayResult : FaultKind.DuplicateResult;
            var index = 1 + draws.Index((target.OperationCount + 1) / 2);
            faults.Add(new(target.Path, index, kind, draws.Between(kind == FaultKind.DelayResult ? 1 : 0, TicksMax)));
        }
    }
}
