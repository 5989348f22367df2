using System.Globalization;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Traces;
using ActorIL.Core.Mathematics;
using ActorIL.Experiments;
using ActorIL.Storage.Traces;
using ActorIL.Training;
using ActorIL.Training.Reports;

namespace ActorIL.Cli.Runs;

/// <summary>What this program says of a run at the head of its trace.</summary>
internal static class TraceStamp
{
    private const double NanosecondsPerSecond = 1e9;

    /// <summary>The manifest of a run that begins now.</summary>
    public static TraceManifest Of(BoundRun run, TimeProvider clock) =>
        new()
        {
            FormatVersion = TraceManifest.FormatVersionNow,
            Seed = run.Plan.Seed,
            Level = run.Settings.TraceLevel,
            Configuration = run.Configuration.Text,
            SemanticHash = run.Configuration.SemanticHash,
            Environment = run.Plan.Environment.Id,
            TickNanoseconds = Math.Max(1, (long)Math.Round(run.Plan.Environment.StepSeconds * NanosecondsPerSecond)),
            Behaviors = RunVersions.Behaviors,
            Messages = RunVersions.Messages,
            NumericProbe = NumericProbe.Digest().ToString(),
            CodeVersion = CodeIdentity.Version,
            Commit = CodeIdentity.Commit,
            Host = run.Settings.Host,
            Workers = RunHost.WorkersOf(run),
            StartedAt = Now(clock),
            Resumptions = [],
            Parent = null,
            Plugins = RecordedPlugins.Of(run),
            IsArrival = RunHost.IsArrival(run),
        };

    /// <summary>That the run goes on now.</summary>
    public static TraceResumption Resumption(long ordinal, TimeProvider clock) =>
        new(ordinal, Now(clock), CodeIdentity.Version);

    /// <summary>What a recorder or verifier keeps of the run.</summary>
    public static TraceRecording Recording(TraceManifest manifest) =>
        new(manifest.Level, manifest.TickNanoseconds, UpdateBoundaries.NameOf);

    private static string Now(TimeProvider clock) =>
        clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
