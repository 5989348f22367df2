using ActorIL.Actors.Hosts;
using ActorIL.Actors.Snapshots;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Plugins;
using ActorIL.Storage.Traces;
using ActorIL.Training;

namespace ActorIL.Cli.Runs;

/// <summary>The host a configuration asks for.</summary>
/// <param name="Host">Runs the actors.</param>
/// <param name="Name">Its name in the catalog.</param>
/// <param name="WorkerCount">Its threads.</param>
internal sealed record RunHost(IActorHost Host, string Name, int WorkerCount) : IDisposable
{
    /// <summary>Threads of the host that a run asks for.</summary>
    public static int WorkersOf(BoundRun run) => run.Catalog.Host(run.Settings.Host).Match(WorkersIn(run), _ => 1);

    /// <summary>Whether the host that a run asks for takes messages up as they arrive.</summary>
    public static bool IsArrival(BoundRun run) =>
        run.Catalog.Host(run.Settings.Host).Match(entry => entry.IsArrival(run.Configuration.FlatText), _ => false);

    /// <summary>Repeats a run in the order in which things were taken up, whatever host it had.</summary>
    /// <param name="run">What to compute.</param>
    /// <param name="order">The order, from the beginning.</param>
    /// <param name="adjust">What else the kernel is to know.</param>
    public static RunHost Replay(BoundRun run, RecordedOrder order, Func<KernelSettings, KernelSettings> adjust) =>
        new(
            new SimulationHost(RunSystem.Root(run.Plan), adjust(RunSystem.Settings(run.Plan)), order),
            ShippedPlugin.SimulationHostName,
            WorkerCount: 1
        )
        {
            Order = order,
        };

    /// <summary>Starts the host; a machine whose floating-point state is not IEEE's default is refused.</summary>
    /// <param name="run">What to compute, and how.</param>
    /// <param name="origin">Where to begin.</param>
    /// <param name="adjust">What else the kernel is to know: who watches, which step is looked at.</param>
    public static Result<RunHost, Error> Start(
        BoundRun run,
        RunOrigin origin,
        Func<KernelSettings, KernelSettings> adjust
    )
    {
        try
        {
            return run.Catalog.Host(run.Settings.Host).Then(entry => Create(entry, run, origin, adjust));
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

    /// <summary>Shows which steps are at work, where the host tells.</summary>
    public StepWatch Watch { get; private init; } = new();

    private RecordedOrder? Order { get; init; }

    public void Dispose()
    {
        (Host as IDisposable)?.Dispose();
        Order?.Dispose();
    }

    private static Result<RunHost, Error> Create(
        HostEntry entry,
        BoundRun run,
        RunOrigin origin,
        Func<KernelSettings, KernelSettings> adjust
    )
    {
        var (workerCount, watch) = (WorkersIn(run)(entry), new StepWatch());
        return entry
            .Start(
                new(
                    RunSystem.Root(origin.Fork?.Before ?? run.Plan),
                    adjust(RunSystem.Settings(run.Plan)) with
                    {
                        Watch = watch,
                    },
                    workerCount
                )
                {
                    Snapshot = origin.Snapshot,
                    Reconfiguration = origin.Fork is { } fork
                        ? new Reconfiguration(RunSystem.Root(run.Plan), fork.ChangedKeys)
                        : null,
                    ConfigurationText = run.Configuration.FlatText,
                }
            )
            .Map(host => new RunHost(host, entry.Name, workerCount) { Watch = watch });
    }

    private static Func<HostEntry, int> WorkersIn(BoundRun run) =>
        entry => entry.WorkerCount(run.Settings.WorkerCount, Environment.ProcessorCount);
}
