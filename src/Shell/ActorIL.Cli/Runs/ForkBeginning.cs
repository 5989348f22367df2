using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Snapshots;
using ActorIL.Cli.Traces;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Plugins;
using ActorIL.Storage.Checkpoints;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Runs;

/// <summary>What a fork begins with.</summary>
/// <param name="Snapshot">All its parent was between two rounds.</param>
/// <param name="Watched">What was seen of its parent.</param>
/// <param name="Parent">Where it comes from, for its manifest.</param>
internal sealed record ForkBeginning(SystemSnapshot Snapshot, WatcherState Watched, TraceParent Parent)
{
    private const string WatcherName = "watcher";
    private const string TraceKey = "parent-trace";
    private const string ManifestKey = "parent-manifest";
    private const string OrdinalKey = "parent-ordinal";
    private const string ConfigurationKey = "parent-configuration";
    private const string ChangesKey = "changes";

    /// <summary>The same as a checkpoint: a file of its own, and an attachment of the fork's trace.</summary>
    public RunCheckpoint ToCheckpoint() =>
        new(
            Snapshot,
            ImmutableSortedDictionary
                .Create<string, ImmutableArray<byte>>(StringComparer.Ordinal)
                .Add(WatcherName, FieldCodec.Bytes(Watched)),
            ImmutableSortedDictionary
                .Create<string, string>(StringComparer.Ordinal)
                .Add(TraceKey, Parent.Trace)
                .Add(ManifestKey, Parent.ManifestHash)
                .Add(OrdinalKey, Parent.Ordinal.ToString(CultureInfo.InvariantCulture))
                .Add(ConfigurationKey, Parent.Configuration)
                .Add(ChangesKey, string.Join('\n', Parent.Changes))
        );

    /// <summary>Where the run takes up its work.</summary>
    /// <param name="catalog">What its parent's configuration may name.</param>
    public Result<RunOrigin, ImmutableArray<Error>> Origin(Catalog catalog) =>
        ReplayedRun
            .Bind(Parent.Trace, Parent.Configuration, catalog, [])
            .Map(before => new RunOrigin(Snapshot, new(before.Plan, Parent.Changes)));

    /// <summary>What a checkpoint says a fork begins with; one of another kind is an error.</summary>
    public static Result<ForkBeginning, Error> Read(RunCheckpoint checkpoint, string path)
    {
        var texts = checkpoint.Metadata;
        return
            checkpoint.Extras.TryGetValue(WatcherName, out var watcher)
            && texts.TryGetValue(TraceKey, out var trace)
            && texts.TryGetValue(ManifestKey, out var manifest)
            && texts.TryGetValue(ConfigurationKey, out var configuration)
            && texts.TryGetValue(ChangesKey, out var changes)
            && long.TryParse(texts.GetValueOrDefault(OrdinalKey), CultureInfo.InvariantCulture, out var ordinal)
            ? FieldCodec
                .Read<WatcherState>(watcher.AsSpan(), _ => null)
                .Map(watched => new ForkBeginning(
                    checkpoint.Snapshot,
                    watched,
                    new(
                        trace,
                        manifest,
                        ordinal,
                        configuration,
                        [.. changes.Split('\n', StringSplitOptions.RemoveEmptyEntries)]
                    )
                ))
            : Result.Failure<ForkBeginning, Error>(
                new(
                    path,
                    "a checkpoint without where the fork comes from",
                    "the beginning of a fork",
                    "Fork again from the parent's trace."
                )
            );
    }
}
