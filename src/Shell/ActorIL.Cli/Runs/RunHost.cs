using ActorIL.Actors.Hosts;
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

    public static string NameOf(HostKind kind) => kind switch
    {
        HostKind.Parallel => "parallel",
        HostKind.Simulation => "simulation",
    };

    /// <summary>
    /// Threads of a host: the simulation has one; the parallel host one per processor unless told otherwise.
    /// </summary>
    public static int WorkersOf(RunSettings settings) => settings.Host switch
    {
        HostKind.Simulation => 1,
        HostKind.Parallel => settings.WorkerCount ?? Environment.ProcessorCount,
    };

    /// <summary>Starts the host; a machine whose floating-point state is not IEEE's default is refused.</summary>
    public static Result<RunHost, Error> Start(RunPlan plan, RunSettings settings, IRunObserver observer)
    {
        try
        {
            return Result.Success<IActorHost, Error>(Create(plan, settings, observer))
                .Map(host => new RunHost(host, settings.Host, WorkersOf(settings)));
        }
        catch (InvalidOperationException failure)
        {
            return Result.Failure<RunHost, Error>(new(
                "this machine",
                failure.Message,
                "floating-point arithmetic as IEEE 754 has it by default",
                "Start the program without tools that change the processor's arithmetic."));
        }
    }

    public void Dispose() => (Host as IDisposable)?.Dispose();

    private static IActorHost Create(RunPlan plan, RunSettings settings, IRunObserver observer)
    {
        var root = RunSystem.Root(plan);
        var kernel = RunSystem.Settings(plan) with { Observers = [observer] };
        return settings.Host switch
        {
            HostKind.Simulation => new SimulationHost(root, kernel),
            HostKind.Parallel => new ParallelHost(root, kernel, WorkersOf(settings)),
        };
    }
}
