using ActorIL.Actors.Exploration;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Testing;
using ActorIL.Training.Plans;
using ActorIL.Training.Simulation;

namespace ActorIL.Training.Tests.Runs;

/// <summary>What holds for every plan, whoever learns in it.</summary>
internal static class RunPromises
{
    /// <summary>Both hosts and any number of workers give the same digests.</summary>
    public static void OneDigest(RunPlan plan, params ReadOnlySpan<int> workerCounts)
    {
        var simulated = Running.Simulated(plan);
        Assert.True(simulated.Report.IsComplete, simulated.Outcome.ToString());
        foreach (var workerCount in workerCounts)
        {
            var parallel = Running.Parallel(plan, workerCount);
            Assert.Equal(simulated.Digest, parallel.Digest);
            Assert.Equal(simulated.Report.ResultDigest, parallel.Report.ResultDigest);
        }
    }

    /// <summary>A crash of any actor, at its first and its last delivery, leaves the digest alone.</summary>
    /// <param name="plan">What is run.</param>
    /// <param name="path">An actor that has to be among those that crash; null for none in particular.</param>
    public static void CrashesChangeNothing(RunPlan plan, string? path = null)
    {
        var log = new DeliveryLog();
        var undisturbed = Running.Simulated(plan, faults: null, log);
        Assert.True(path is null || log.CountByPath.ContainsKey(path), $"{path} had nothing to do.");
        var crashes = log.CountByPath.SelectMany(actor =>
            new[] { 1, actor.Value }.Distinct().Select(index => new PlannedFault(actor.Key, index, FaultKind.Crash))
        );
        Assert.Equal(undisturbed.Digest, Running.Simulated(plan, new([.. crashes])).Digest);
    }

    /// <summary>Explored schedules with crashes, and failures in every other one, break no invariant.</summary>
    public static void SchedulesBreakNothing(RunPlan plan, int count)
    {
        var simulation = RunSimulation.Of(plan).Require();
        Seeded.Run(
            count,
            seed =>
            {
                var faults = new FaultSelection(Crashes: true, Failures: seed % 2 == 0, Results: false);
                Assert.Empty(simulation.Run(simulation.Draw(RngKey.Root(seed), 0, faults)).Broken);
            }
        );
    }
}
