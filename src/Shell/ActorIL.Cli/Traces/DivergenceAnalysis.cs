using System.Collections.Immutable;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Probing;
using ActorIL.Actors.Traces;
using ActorIL.Cli.Runs;
using ActorIL.Core.Fields;
using ActorIL.Core.Mathematics;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Finds out what can be known about a first difference: fields, causes, and whose fault it is.</summary>
internal static class DivergenceAnalysis
{
    private const int CauseCountMax = 5;
    private const string Repeatable = "the sender's step comes out the same when it is run twice here: ";
    private const string Hidden = "it uses something outside its state, or the code changed under its old version";
    private const string Changed = "the code or the configuration has changed since the recording";

    public static DivergenceReport Of(
        ReplayedRun run,
        TraceDivergence found,
        IReadOnlyCollection<TraceEntry.Delivered> recent
    )
    {
        var changes = Changes(run);
        var causes = Causes(found, recent);
        var suspect = causes.IsEmpty ? null : Look(run, causes[0].Record.Key, causes[0].Record.Ordinal);
        return new()
        {
            Found = IsForeign(run) ? found with { Class = DivergenceClass.Environment } : found,
            Field = Field(found),
            Causes = causes,
            Suspect = suspect,
            Changes = changes,
            Reason = Reason(suspect, changes),
            Hint = Hint(run.Recording.Level, found),
        };
    }

    /// <summary>One step, looked at closely in a run of its own; null where the run does not come to it.</summary>
    public static StepObservation? Look(ReplayedRun run, EnvelopeKey key, long ordinal)
    {
        using var externals = run.Externals();
        return run.StartHost(kernel => kernel with { Probe = new StepProbe(key), RecordedResults = externals.Find })
            .Match(
                host =>
                {
                    using (host)
                    {
                        _ = host.Host.Run(progress => progress.DeliveryCount >= ordinal);
                        return host.Host.Observation;
                    }
                },
                _ => null
            );
    }

    private static ImmutableArray<TraceEntry.Delivered> Causes(
        TraceDivergence found,
        IReadOnlyCollection<TraceEntry.Delivered> recent
    )
    {
        var byOrdinal = recent.ToDictionary(delivered => delivered.Record.Ordinal);
        var causes = ImmutableArray.CreateBuilder<TraceEntry.Delivered>();
        var cause = (found.Recorded ?? found.Recomputed)?.Cause ?? 0;
        while (causes.Count < CauseCountMax && byOrdinal.TryGetValue(cause, out var delivered))
        {
            causes.Add(delivered);
            cause = delivered.Record.Cause;
        }

        return causes.ToImmutable();
    }

    private static FieldDifference? Field(TraceDivergence found) =>
        found
            is {
                Recorded: { } recorded,
                Recomputed: { } recomputed,
                RecordedChannel: { } before,
                RecomputedChannel: { } after
            }
        && found.Class is DivergenceClass.Payload or DivergenceClass.Failure
        && recorded.Payload.Length + recomputed.Payload.Length > 0
            ? Node(recorded, before) is { } one && Node(recomputed, after) is { } other
                ? FieldDifference.Between(one, other).FirstOrDefault()
                : null
            : null;

    private static FieldNode? Node(DeliveryRecord record, TraceChannel channel) =>
        FieldTree.Read(record.Payload.AsSpan(), channel.Payload).Match<FieldNode?>(node => node, _ => null);

    private static bool IsForeign(ReplayedRun run) =>
        run.Trace.Manifest.NumericProbe != NumericProbe.Digest().ToString()
        || run.Trace.Manifest.Environment != run.Run.Plan.Environment.Id;

    private static ImmutableArray<string> Changes(ReplayedRun run)
    {
        var manifest = run.Trace.Manifest;
        var changes = ImmutableArray.CreateBuilder<string>();
        Add("code version", manifest.CodeVersion, CodeIdentity.Version);
        Add("commit", manifest.Commit, CodeIdentity.Commit);
        Add("numeric probe", manifest.NumericProbe, NumericProbe.Digest().ToString());
        Add("configuration hash", manifest.SemanticHash, run.Run.Configuration.SemanticHash);
        return changes.ToImmutable();

        void Add(string name, string before, string now)
        {
            if (before != now)
            {
                changes.Add($"{name}: history {before}, code {now}");
            }
        }
    }

    private static string Reason(StepObservation? suspect, ImmutableArray<string> changes) =>
        suspect is { IsDeterministic: false } ? $"{suspect.Path} is not deterministic: {suspect.Difference}"
        : suspect is null ? "the step that sent it could not be looked at"
        : Repeatable + (changes.IsEmpty ? Hidden : Changed);

    private static string Hint(TraceLevel level, TraceDivergence found) =>
        level switch
        {
            TraceLevel.Off or TraceLevel.Seed =>
                "the trace has no messages: record with trace.level=keys to have the message named,"
                    + " actions or full to have the field named",
            TraceLevel.Keys => "the trace has no payloads: record with trace.level=full to have the field named",
            TraceLevel.Actions when found.Class == DivergenceClass.Payload && Field(found) is null =>
                "what differs was not recorded at this level: record with trace.level=full to have the field named",
            TraceLevel.Actions or TraceLevel.Full => "",
        };
}
