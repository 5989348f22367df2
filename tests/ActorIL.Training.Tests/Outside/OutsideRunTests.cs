using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;
using ActorIL.Hosting;
using ActorIL.Training.Outside;
using ActorIL.Training.Plans;
using ActorIL.Training.Reports;
using ActorIL.Training.Tests.Runs;
using ActorIL.Training.Tests.Simulation;

namespace ActorIL.Training.Tests.Outside;

/// <summary>Runs whose environments are stepped by somebody else.</summary>
public sealed class OutsideRunTests
{
    private static RunPlan Inside => ReducedJob.Plan;

    [Fact]
    public void A_run_outside_learns_bit_for_bit_what_it_learns_inside()
    {
        var inside = Running.Simulated(Inside);
        var (outside, performed) = Run(Inside, new(Inside.Environment));
        Assert.IsType<RunOutcome.Completed>(outside.Outcome);
        Assert.Equal(inside.Report.ResultDigest, outside.Report.ResultDigest);
        Assert.Equal(
            ["block-work", "demonstration-work", "shard-work"],
            performed.Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Costs_of_actions_are_found_out_outside_as_inside()
    {
        var inside = Running.Simulated(AggrevateTests.Plan);
        var (outside, performed) = Run(AggrevateTests.Plan, new(AggrevateTests.Plan.Environment));
        Assert.IsType<RunOutcome.Completed>(outside.Outcome);
        Assert.Equal(inside.Report.ResultDigest, outside.Report.ResultDigest);
        Assert.Superset(new HashSet<string> { "appraisal-work", "visit-work" }, performed.ToHashSet());
    }

    [Fact]
    public void Both_hosts_give_one_digest()
    {
        var (simulated, _) = Run(Inside, new(Inside.Environment));
        var (parallel, _) = Run(Inside, new(Inside.Environment), workerCount: 2);
        Assert.Equal(simulated.Digest, parallel.Digest);
        Assert.Equal(simulated.DeliveryCount, parallel.DeliveryCount);
    }

    [Fact]
    public void Every_third_work_may_fail_and_the_result_is_the_same()
    {
        var inside = Running.Simulated(Inside);
        var (outside, _) = Run(Inside, new(Inside.Environment) { Fails = static (number, _) => number % 3 == 0 });
        Assert.IsType<RunOutcome.Completed>(outside.Outcome);
        Assert.Equal(inside.Report.ResultDigest, outside.Report.ResultDigest);
    }

    [Theory]
    [InlineData("block-work", "/run/learner/collector/block-1")]
    [InlineData("shard-work", "/run/evaluator/shard-0")]
    [InlineData("demonstration-work", "/run/expert")]
    public void Work_that_fails_for_good_ends_the_run_and_names_the_actor(string operation, string path)
    {
        var works = 0;
        bool Fails(int number, EnvironmentWork work)
        {
            works += work.OperationName.Name == operation ? 1 : 0;
            return work.OperationName.Name == operation;
        }

        var (outside, _) = Run(Inside with { RetriesMax = 2 }, new(Inside.Environment) { Fails = Fails });
        var failure = Assert.IsType<RunOutcome.Failed>(outside.Outcome).Failure;
        Assert.Equal((path, "The rope broke."), (failure.OriginPath, failure.Text));
        Assert.InRange(works, 3, 2 * 3);
    }

    private static (Running Run, List<string> Performed) Run(
        RunPlan plan,
        OutsideInterpreter interpreter,
        int? workerCount = null
    )
    {
        var outside = OutsideInterpreter.Outside(plan);
        var settings = RunSystem.Settings(outside) with { Interpreter = interpreter.Perform };
        IActorHost host = workerCount is { } count
            ? new ParallelHost(RunSystem.Root(outside), settings, count)
            : new SimulationHost(RunSystem.Root(outside), settings);
        try
        {
            var outcome = host.Run(_ => false);
            var report = RunSystem.Report(outside, host).Require();
            return (
                new(outcome, report, report.Digest(host.Chain), host.Progress.DeliveryCount),
                interpreter.Performed
            );
        }
        finally
        {
            (host as IDisposable)?.Dispose();
        }
    }
}
