using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;

namespace ActorIL.External.Tests;

public class ExternalProcessTests
{
    [Fact]
    public void A_program_of_fifty_lines_without_libraries_is_an_environment()
    {
        using var process = Programs.Start(Programs.Python(PythonFiles.Minimal));
        Assert.Equal("Counter-v0", process.Welcome.EnvironmentId);
        Assert.Equal("1", process.Welcome.EnvironmentVersion);
        Assert.Equal(new Space.Discrete(2), process.Welcome.Actions);
        Assert.Equal(new Space.Box([-100, -100], [100, 100]), process.Welcome.Observations);
        Assert.False(process.Welcome.CanSnapshot);
        Assert.Equal(0, process.Open(3).Require());
        Assert.Equal(3, process.Open(2).Require());

        var seen = new float[4];
        Assert.Null(process.Reset([4, 1], [5, 0], seen));
        Assert.Equal([6, 0, 1, 0], seen);

        var (rewards, endings) = (new double[2], new Ending[2]);
        Assert.Null(process.Step([1, 4], [0, 1], seen, rewards, endings));
        Assert.Equal([0, 1, 7, 1], seen);
        Assert.Equal([0, -7], rewards);
        Assert.Equal([Ending.Terminated, Ending.None], endings);
    }

    [Fact]
    public void An_episode_that_runs_out_of_time_is_truncated_and_not_reset()
    {
        using var process = Programs.Start(Programs.Python(PythonFiles.Minimal));
        process.Open(1).Require();
        var (seen, rewards, endings) = (new float[2], new double[1], new Ending[1]);
        Assert.Null(process.Reset([0], [0], seen));
        for (var step = 1; step <= 20; step++)
        {
            Assert.Null(process.Step([0], [1], seen, rewards, endings));
            Assert.Equal(step < 20 ? Ending.None : Ending.Truncated, endings[0]);
        }

        Assert.Equal([21, 20], seen);
    }

    [Fact]
    public void A_program_ends_when_it_is_disposed_of()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked for in /proc.");
        var process = Programs.Start(Programs.Python(PythonFiles.Minimal));
        Assert.True(Programs.IsAlive(process.ProcessId));
        process.Dispose();
        Assert.False(Programs.IsAlive(process.ProcessId));
        process.Dispose();
        Assert.Equal(ExternalFailureKind.Stopped, process.Reset([], [], [])!.Kind);
    }

    [Fact]
    public void Exchanges_allocate_nothing()
    {
        using var process = Programs.Start(Programs.Python(PythonFiles.Minimal));
        process.Open(8).Require();
        int[] instances = [0, 1, 2, 3, 4, 5, 6, 7];
        var (seen, actions) = (new float[16], new float[8]);
        var (rewards, endings, seeds) = (new double[8], new Ending[8], new ulong[8]);
        var before = 0L;
        for (var i = 0; i < 60; i++)
        {
            before = i == 30 ? GC.GetAllocatedBytesForCurrentThread() : before;
            process.Reset(instances, seeds, seen);
            process.Step(instances, actions, seen, rewards, endings);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_call_that_waits_ends_when_another_thread_disposes_of_the_program()
    {
        var process = Programs.Start(Programs.Shell($"printf '{Programs.Welcome}'; exec sleep 1000"));
        ExternalFailure? failure = null;
        var waiting = new Thread(() => failure = process.Open(1).Match<ExternalFailure?>(_ => null, found => found));
        waiting.Start();
        Thread.Sleep(200);
        process.Dispose();
        waiting.Join();
        Assert.Equal(ExternalFailureKind.Stopped, failure!.Kind);
    }
}
