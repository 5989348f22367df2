using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Snapshots;
using ActorIL.Cli.Plugins;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Checkpoints;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Runs;

/// <summary>What a run's own checkpoint holds beside the actor system.</summary>
/// <param name="Snapshot">The actor system.</param>
/// <param name="Recorder">Where the trace stands; null for a run without one.</param>
/// <param name="Watched">What was seen of the run.</param>
/// <param name="MetricsLength">Bytes of metrics.</param>
/// <param name="SemanticHash">The hash of the configuration's semantic keys.</param>
internal sealed record RunState(
    SystemSnapshot Snapshot,
    RecorderState? Recorder,
    WatcherState Watched,
    long MetricsLength,
    string SemanticHash
)
{
    private const string RecorderName = "recorder";
    private const string WatcherName = "watcher";
    private const string MetricsKey = "metrics-length";
    private const string HashKey = "semantic-hash";
    private const string PluginsKey = "plugins";

    /// <summary>The plug-ins that the run had.</summary>
    public ImmutableArray<TracePlugin> Plugins { get; init; } = [];

    public static RunCheckpoint Of(
        SystemSnapshot snapshot,
        RecorderState? recorder,
        WatcherState watched,
        long metricsLength,
        string semanticHash,
        string plugins
    )
    {
        var extras = ImmutableSortedDictionary
            .Create<string, ImmutableArray<byte>>(StringComparer.Ordinal)
            .Add(WatcherName, FieldCodec.Bytes(watched));
        var metadata = ImmutableSortedDictionary
            .Create<string, string>(StringComparer.Ordinal)
            .Add(MetricsKey, metricsLength.ToString(CultureInfo.InvariantCulture))
            .Add(HashKey, semanticHash);
        return new(
            snapshot,
            recorder is null ? extras : extras.Add(RecorderName, FieldCodec.Bytes(recorder)),
            plugins.Length == 0 ? metadata : metadata.Add(PluginsKey, plugins)
        );
    }

    /// <summary>What a checkpoint holds; one that is no run's own is an error.</summary>
    public static Result<RunState, Error> Read(RunCheckpoint checkpoint, string path)
    {
        if (
            !checkpoint.Extras.TryGetValue(WatcherName, out var watcher)
            || !checkpoint.Metadata.TryGetValue(HashKey, out var hash)
            || !long.TryParse(
                checkpoint.Metadata.GetValueOrDefault(MetricsKey),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var metricsLength
            )
        )
        {
            return Result.Failure<RunState, Error>(
                new(
                    path,
                    "a checkpoint without what a run adds to it",
                    "the checkpoint of a run",
                    "Delete the file to start the run from its beginning."
                )
            );
        }

        return FieldCodec
            .Read<WatcherState>(watcher.AsSpan(), _ => null)
            .Then(watched =>
                ReadRecorder(checkpoint)
                    .Map(recorder => new RunState(checkpoint.Snapshot, recorder, watched, metricsLength, hash)
                    {
                        Plugins = RecordedPlugins.Parse(checkpoint.Metadata.GetValueOrDefault(PluginsKey, "")),
                    })
            );
    }

    private static Result<RecorderState?, Error> ReadRecorder(RunCheckpoint checkpoint) =>
        checkpoint.Extras.TryGetValue(RecorderName, out var recorder)
            ? FieldCodec.Read<RecorderState>(recorder.AsSpan(), _ => null).Map<RecorderState?>(state => state)
            : Result.Success<RecorderState?, Error>(null);
}
