using System.Collections.Immutable;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;
using ActorIL.Storage.Traces;

namespace ActorIL.Storage.Tests.Traces;

/// <summary>Records small systems, and computes them again.</summary>
internal static class SmallTrace
{
    public static KernelSettings Settings { get; } = new(7) { RootName = "root" };

    public static TraceRecording Recording(TraceLevel level, int chunkLengthBytes = 2_000) =>
        new(level, 1_000_000, note => note.Name == Sender.Boundary ? note.Name : null)
        {
            ChunkLengthBytes = chunkLengthBytes,
        };

    /// <summary>Two signals each tick, one of them with a block.</summary>
    public static ImmutableArray<Parcel> Plain(int tick) =>
        [
            new("a", new("say", tick, 0.25f * tick, [tick, 0.5f], ParameterBlock.Copy([tick, 1, 2]))),
            new("b", Signal.Of("say", tick, 1f / tick)),
        ];

    public static Sender Root(int tickCount = 12) => new(tickCount, Plain);

    public static TraceManifest Manifest(TraceLevel level, string startedAt = "2026-01-01T00:00:00Z") =>
        new()
        {
            FormatVersion = TraceManifest.FormatVersionNow,
            Seed = 7,
            Level = level,
            Configuration = "actoril { seed = 7 }\n",
            SemanticHash = "0123456789abcdef",
            Environment = "test",
            TickNanoseconds = 1_000_000,
            Behaviors = ["test-sender/1"],
            Messages = ["test-signal/1"],
            NumericProbe = "0",
            CodeVersion = "1",
            Commit = "",
            Host = "simulation",
            Workers = 1,
            StartedAt = startedAt,
            Resumptions = [],
            Parent = null,
        };

    /// <summary>Runs a system and records it; the deliveries as the recorder saw them.</summary>
    public static void Record(string path, Behavior root, TraceRecording recording, KernelSettings? settings = null)
    {
        using var trace = Outcome.Value(OpenTrace.Begin(path, Manifest(recording.Level), null, recording));
        var host = new SimulationHost(root, (settings ?? Settings) with { Observers = [trace.Recorder] });
        var outcome = host.Run();
        trace.Recorder.End(Ending(outcome, host));
        Outcome.Value(trace.Close());
    }

    /// <summary>Computes a system again and holds it against a trace.</summary>
    public static TraceDivergence? Verify(string path, Behavior root, KernelSettings? settings = null)
    {
        using var trace = Outcome.Value(TraceReader.Open(path));
        var recording = Recording(trace.Manifest.Level);
        using var externals = new RecordedExternals(trace.Entries);
        using var verifier = new TraceVerifier(trace.Entries(), recording, []);
        var host = new SimulationHost(
            root,
            (settings ?? Settings) with
            {
                Observers = [verifier],
                RecordedResults = externals.Find,
            }
        );
        var outcome = host.Run(progress => verifier.IsDone || verifier.IsAtBreak(progress));
        var found = verifier.Finish(verifier.IsDone ? null : Ending(outcome, host));
        Assert.Null(verifier.Problem);
        return found;
    }

    /// <summary>Everything a trace says, up to its first error, which is returned too.</summary>
    public static (List<TraceEntry> Entries, string Error) Read(string path)
    {
        var entries = new List<TraceEntry>();
        var error = "";
        _ = TraceReader
            .Open(path)
            .Match(
                trace =>
                {
                    using (trace)
                    {
                        foreach (var entry in trace.Entries())
                        {
                            error = entry.Match(
                                found =>
                                {
                                    entries.Add(found);
                                    return "";
                                },
                                problem => problem.ToString()
                            );
                        }
                    }

                    return true;
                },
                problem =>
                {
                    error = problem.ToString();
                    return false;
                }
            );
        return (entries, error);
    }

    public static EndingRecord Ending(RunOutcome outcome, IActorHost host) =>
        new(
            outcome.Match(_ => "completed", _ => EndingRecord.Interrupted, _ => "failed", _ => "faulted"),
            host.Progress.DeliveryCount,
            host.DeadLetterCount,
            host.Chain.Value,
            host.Chain.ToString(),
            ""
        );
}
