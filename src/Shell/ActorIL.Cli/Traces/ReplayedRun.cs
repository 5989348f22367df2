using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Traces;
using ActorIL.Cli.Inputs;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Hocon;
using ActorIL.Plugins;
using ActorIL.Storage.Checkpoints;
using ActorIL.Storage.Traces;
using ActorIL.Training;

namespace ActorIL.Cli.Traces;

/// <summary>A run as its trace describes it, ready to be computed again.</summary>
/// <param name="Trace">The trace it comes from.</param>
/// <param name="Run">What was computed, and how to compute it now.</param>
/// <param name="Origin">Where it began.</param>
internal sealed record ReplayedRun(TraceReader Trace, BoundRun Run, RunOrigin Origin) : IDisposable
{
    /// <summary>What the trace keeps.</summary>
    public TraceRecording Recording => TraceStamp.Recording(Trace.Manifest);

    /// <summary>
    /// Reads what a trace says of its run. A trace of other versions of behaviours or messages than this program's is
    /// refused: it could only be found different.
    /// </summary>
    /// <param name="path">The trace.</param>
    /// <param name="plugins">What its configuration may name.</param>
    /// <param name="overrides">How to carry the run out now; operational keys only.</param>
    public static Result<ReplayedRun, ImmutableArray<Error>> Open(
        string path,
        ProgramPlugins plugins,
        params ImmutableArray<ConfigurationOverride> overrides
    ) =>
        WholeTrace
            .Open(path)
            .MapError<ImmutableArray<Error>>(error => [error])
            .Then(trace =>
                Of(trace, plugins, overrides)
                    .MapError(errors =>
                    {
                        trace.Dispose();
                        return errors;
                    })
            );

    /// <summary>Plug-ins of the run whose files are others now.</summary>
    public ImmutableArray<ChangedPlugin> ChangedPlugins =>
        RecordedPlugins.Changed(Trace.Manifest.Plugins, RecordedPlugins.Of(Run));

    /// <summary>What the run was given from outside, which every replay takes from here: one for each.</summary>
    public RecordedExternals Externals() => new(Trace.Entries, Trace.Manifest.IsArrival);

    /// <summary>
    /// A host that repeats the run: that of the overrides, or for the class arrival one that keeps its order.
    /// </summary>
    /// <param name="adjust">What else the kernel is to know: who watches, which step is looked at.</param>
    public Result<RunHost, Error> StartHost(Func<KernelSettings, KernelSettings> adjust)
    {
        if (!Trace.Manifest.IsArrival)
        {
            return RunHost.Start(Run, Origin, adjust);
        }

        if (Recording.Level < TraceLevel.Keys)
        {
            return Result.Failure<RunHost, Error>(
                new(
                    Trace.Path,
                    "a run in order of arrival without its order",
                    "a trace of the level keys or above",
                    "Record it anew with trace.level = keys."
                )
            );
        }

#pragma warning disable CA2000 // The host disposes of the order it follows.
        return Result.Success<RunHost, Error>(RunHost.Replay(Run, new RecordedOrder(Trace.Entries()), adjust));
#pragma warning restore CA2000
    }

    public void Dispose() => Trace.Dispose();

    /// <summary>The configuration a manifest holds, as text is bound from a file.</summary>
    internal static Result<BoundRun, ImmutableArray<Error>> Bind(
        string name,
        string configuration,
        Catalog catalog,
        ImmutableArray<ConfigurationOverride> overrides
    ) =>
        RunConfiguration.Bind(
            new ConfigurationLayers(
                $"{name}: configuration",
                overrides,
                _ => new IncludeOutcome.Found(configuration),
                _ => null
            ),
            catalog
        );

    private static Result<ReplayedRun, ImmutableArray<Error>> Of(
        TraceReader trace,
        ProgramPlugins plugins,
        ImmutableArray<ConfigurationOverride> overrides
    ) =>
        VersionProblem(trace) is { } problem
            ? Result.Failure<ReplayedRun, ImmutableArray<Error>>([problem])
            : ReplayPlugins
                .Load(trace, plugins, overrides)
                .Then(catalog =>
                    Bind(
                            trace.Path,
                            trace.Manifest.Configuration,
                            catalog,
                            ReplayPlugins.WithHost(trace, catalog, overrides)
                        )
                        .Map(run => run.WithPlugins(plugins.UsedIn(catalog)))
                        .Then(run => InputLoading.Load(run, InputShelf.Of(trace)))
                        .Then(run => OriginOf(trace, catalog).Map(origin => new ReplayedRun(trace, run, origin)))
                );

    private static Result<RunOrigin, ImmutableArray<Error>> OriginOf(TraceReader trace, Catalog catalog)
    {
        if (trace.Manifest.Parent is not { } parent)
        {
            return Result.Success<RunOrigin, ImmutableArray<Error>>(RunOrigin.Start);
        }

        var beginning = trace.Attachments.FirstOrDefault(attachment => attachment.Name == OpenTrace.BeginningName);
        return beginning is null
            ? Result.Failure<RunOrigin, ImmutableArray<Error>>([
                new(
                    trace.Path,
                    "a fork without the snapshot it begins with",
                    "the trace of a fork",
                    "Restore the file; it was cut by another program."
                ),
            ])
            : RunCheckpointFile
                .Read(beginning.Data, $"{trace.Path}, {OpenTrace.BeginningName}")
                .MapError<ImmutableArray<Error>>(error => [error])
                .Then(checkpoint =>
                    Bind(trace.Path, parent.Configuration, catalog, [])
                        .Map(before => new RunOrigin(checkpoint.Snapshot, new(before.Plan, parent.Changes)))
                );
    }

    private static Error? VersionProblem(TraceReader trace)
    {
        var known = RunVersions.Behaviors.AddRange(RunVersions.Messages);
        var recorded = trace.Manifest.Behaviors.AddRange(trace.Manifest.Messages);
        var unknown = recorded.Except(known, StringComparer.Ordinal).ToArray();
        return unknown.Length == 0
            ? null
            : new(
                trace.Path,
                $"a run of {string.Join(", ", unknown)}",
                string.Create(CultureInfo.InvariantCulture, $"versions that ActorIL {CodeIdentity.Version} has"),
                $"Use the version that made the trace: {trace.Manifest.CodeVersion} {trace.Manifest.Commit}".TrimEnd()
                    + "."
            );
    }
}
