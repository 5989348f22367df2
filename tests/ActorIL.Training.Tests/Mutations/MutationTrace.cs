using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Probing;
using ActorIL.Actors.Traces;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Training.Tests.Mutations;

/// <summary>Systems with a mistake, recorded into a trace and held against it.</summary>
internal static class MutationTrace
{
    private static readonly TraceRecording Recording = new(TraceLevel.Full, TickNanoseconds: 1, _ => null);

    /// <summary>Runs a system and leaves its trace.</summary>
    public static void Record(string path, Behavior root)
    {
        using var trace = OpenTrace.Begin(path, Manifest, beginning: null, Recording).Require();
        trace.Recorder.End(Ending(MutationRun.Simulate(root, trace.Recorder)));
        trace.Close().Require();
    }

    /// <summary>Runs a system again as it was recorded; the first difference, or null.</summary>
    public static MutationFinding? Verify(string path, Behavior root) =>
        Verify(path, verifier => verifier.Finish(Ending(MutationRun.Simulate(root, verifier))));

    /// <summary>The same with as much changed around it as can be changed within a process.</summary>
    public static MutationFinding? VerifyElsewhere(string path, Behavior root) =>
        Verify(
            path,
            verifier =>
            {
                TraceDivergence? found = null;
                MutationRun.SimulateElsewhere(root, verifier, host => found = verifier.Finish(Ending(host)));
                return found;
            }
        );

    /// <summary>One step, run twice; null where the system does not come to it.</summary>
    public static StepObservation? Look(Behavior root, EnvelopeKey key)
    {
        var host = new SimulationHost(root, MutationRun.Settings() with { Probe = new(key) });
        host.Run();
        return host.Observation;
    }

    private static MutationFinding? Verify(string path, Func<TraceVerifier, TraceDivergence?> run)
    {
        using var reader = TraceReader.Open(path).Require();
        using var verifier = new TraceVerifier(reader.Entries(), Recording, []);
        var found = run(verifier);
        Assert.Null(verifier.Problem);
        var cause = (found?.Recorded ?? found?.Recomputed)?.Cause;
        return found is null
            ? null
            : new(found, verifier.Recent.FirstOrDefault(delivered => delivered.Record.Ordinal == cause)?.Record);
    }

    private static EndingRecord Ending(IActorHost host) =>
        new("completed", host.Progress.DeliveryCount, host.DeadLetterCount, host.Chain.Value, "", "");

    private static TraceManifest Manifest =>
        new()
        {
            FormatVersion = TraceManifest.FormatVersionNow,
            Seed = 1,
            Level = Recording.Level,
            Configuration = "",
            SemanticHash = "",
            Environment = "",
            TickNanoseconds = Recording.TickNanoseconds,
            Behaviors = [],
            Messages = [],
            NumericProbe = "",
            CodeVersion = "",
            Commit = "",
            Host = "",
            Workers = 1,
            StartedAt = "",
            Resumptions = [],
            Parent = null,
        };
}
