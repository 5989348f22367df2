using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Snapshots;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Hosting;
using ActorIL.Training;
using ActorIL.Training.Plans;

namespace ActorIL.Cli.Runs;

/// <summary>The host a configuration asks for.</summary>
/// <param name="Host">Runs the actors.</param>
/// <param name="Kind">Which one it is.</param>
/// <param name="WorkerCount">Its threads.</param>
internal sealed record RunHost(IActorHost Host, HostKind Kind, int WorkerCount) : IDisposable
{
    /// <summary>"parallel" or "simulation".</summary>
    public string Name => NameOf(Kind);

    public static string NameOf(HostKind kind) =>
        kind switch
        {
            HostKind.Parallel => "parallel",
            HostKind.Simulation => "simulation",
        };

    /// <summary>
    /// Threads of a host: the simulation has one; the parallel host one per processor unless told otherwise.
    /// </summary>
    public static int WorkersOf(RunSettings settings) =>
        settings.Host switch
        {
            HostKind.Simulation => 1,
            HostKind.Parallel => settings.WorkerCount ?? Environment.ProcessorCount,
        };

    /// <summary>Starts the host; a machine whose floating-point state is not IEEE's default is refused.</summary>
    /// <param name="plan">What to compute.</param>
    /// <param name="settings">How.</param>
    /// <param name="origin">Where to begin.</param>
    /// <param name="adjust">What else the kernel is to know: who watches, which step is looked at.</param>
    public static Result<RunHost, Error> Start(
        RunPlan plan,
        RunSettings settings,
        RunOrigin origin,
        Func<KernelSettings, KernelSettings> adjust
    )
    {
        try
        {
            return Create(plan, settings, origin, adjust)
                .Map(host => new RunHost(host, settings.Host, WorkersOf(settings)));
        }
        catch (InvalidOperationException failure)
        {
            return Result.Failure<RunHost, Error>(
                new(
                    "this machine",
                    failure.Message,
                    "floating-point arithmetic as IEEE 754 has it by default",
                    "Start the program without tools that change the processor's arithmetic."
                )
            );
        }
    }

    public void Dispose() => (Host as IDisposable)?.Dispose();

    private static Result<IActorHost, Error> Create(
        RunPlan plan,
        RunSettings settings,
        RunOrigin origin,
        Func<KernelSettings, KernelSettings> adjust
    )
    {
        var root = RunSystem.Root(origin.Fork?.Before ?? plan);
        var kernel = adjust(RunSystem.Settings(plan));
        var change = origin.Fork is { } fork ? new Reconfiguration(RunSystem.Root(plan), fork.ChangedKeys) : null;
        var workerCount = WorkersOf(settings);
        if (origin.Snapshot is not { } snapshot)
        {
            return Result.Success<IActorHost, Error>(Fresh(root, kernel, settings));
        }

        return settings.Host switch
        {
            HostKind.Simulation when change is null => SimulationHost.Restore(root, kernel, snapshot).Map(Plain),
            HostKind.Simulation => SimulationHost.Restore(root, kernel, snapshot, change).Map(Plain),
            HostKind.Parallel => ParallelHost.Restore(root, kernel, snapshot, workerCount, change).Map(Plain),
        };
    }

    private static IActorHost Fresh(Behavior root, KernelSettings kernel, RunSettings settings) =>
        settings.Host switch
        {
            HostKind.Simulation => new SimulationHost(root, kernel),
            HostKind.Parallel => new ParallelHost(root, kernel, WorkersOf(settings)),
        };

    private static IActorHost Plain(IActorHost host) => host;
}
