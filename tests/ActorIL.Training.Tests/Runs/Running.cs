using ActorIL.Actors.Hosts;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using ActorIL.Hosting;
using ActorIL.Training.Plans;
using ActorIL.Training.Reports;

namespace ActorIL.Training.Tests.Runs;

/// <summary>A run carried out to its end.</summary>
internal sealed record Running(RunOutcome Outcome, RunReport Report, HashChain Digest, long DeliveryCount)
{
    public static Running Simulated(RunPlan plan, FaultPlan? faults = null, params IRunObserver[] observers) =>
        Of(plan, new SimulationHost(RunSystem.Root(plan), Settings(plan, faults, observers)));

    public static Running Parallel(RunPlan plan, int workerCount, FaultPlan? faults = null)
    {
        using var host = new ParallelHost(RunSystem.Root(plan), Settings(plan, faults, []), workerCount);
        return Of(plan, host);
    }

    private static KernelSettings Settings(RunPlan plan, FaultPlan? faults, IRunObserver[] observers) =>
        RunSystem.Settings(plan) with { Faults = faults ?? FaultPlan.None, Observers = [.. observers] };

    private static Running Of(RunPlan plan, IActorHost host)
    {
        var outcome = host.Run(_ => false);
        var report = RunSystem.Report(plan, host).Require();
        return new(outcome, report, report.Digest(host.Chain), host.Progress.DeliveryCount);
    }
}
