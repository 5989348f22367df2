using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>What one run of a system showed.</summary>
internal sealed record Run(RunOutcome Outcome, string Chain, long DeadLetterCount, RunProgress Progress, Recorder Recorder)
{
    /// <summary>What ended the run, where it was a failure that nobody answered.</summary>
    public Failure? Failure => Outcome.Match<Failure?>(
        static _ => null, static _ => null, static failed => failed.Failure, static _ => null);

    /// <summary>What ended the run, where the system could not go on.</summary>
    public Error? Fault => Outcome.Match<Error?>(
        static _ => null, static _ => null, static _ => null, static faulted => faulted.Error);

    public static ActorId Root { get; } = ActorId.Root("root");

    public static KernelSettings Settings(ulong seed = 1) => new(seed);

    /// <summary>The id of a path below the root, as in <c>a/b</c>.</summary>
    public static ActorId Id(string path) =>
        path.Split('/').Aggregate(Root, static (parent, name) => parent.Child(name));

    public static Run Simulate(Behavior root, KernelSettings? settings = null)
    {
        var recorder = new Recorder();
        var host = new SimulationHost(root, Observed(settings, recorder));
        return Of(host, host.Run(), recorder);
    }

    /// <summary>The settings with one more observer.</summary>
    public static KernelSettings Observed(KernelSettings? settings, Recorder recorder)
    {
        var own = settings ?? Settings();
        return own with { Observers = own.Observers.Add(recorder) };
    }

    public static Run Of(IActorHost host, RunOutcome outcome, Recorder recorder) =>
        new(outcome, host.Chain.ToString(), host.DeadLetterCount, host.Progress, recorder);
}
