using System.Collections.Immutable;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Hocon;
using ActorIL.Loading;
using ActorIL.Plugins;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>The plug-ins that a replay needs: those that computed. Any host gives the same deliveries.</summary>
internal static class ReplayPlugins
{
    private const string HostKey = "run.host";

    /// <summary>The catalog of a run's plug-ins, or why they are not those of the run.</summary>
    /// <param name="trace">The run.</param>
    /// <param name="plugins">What was typed.</param>
    /// <param name="overrides">How to carry the run out now.</param>
    public static Result<Catalog, ImmutableArray<Error>> Load(
        TraceReader trace,
        ProgramPlugins plugins,
        ImmutableArray<ConfigurationOverride> overrides
    )
    {
        var recorded = trace.Manifest.Plugins;
        var needed = recorded.Where(plugin => plugin.IsComputing || IsHostTyped(overrides));
        return Settings(trace)
            .Then(settings =>
                plugins.For(
                    needed.Select(static plugin => new PluginPath(plugin.Path, plugin.Path)),
                    isRecorded: true,
                    settings.AllowsAmbientCalls
                )
            )
            .Then(catalog =>
                RecordedPlugins.Problems(trace.Path, recorded, RecordedPlugins.Of(plugins.UsedIn(catalog)))
                    is { IsEmpty: false } problems
                && !plugins.AllowsMismatch
                    ? Result.Failure<Catalog, ImmutableArray<Error>>(problems)
                    : Result.Success<Catalog, ImmutableArray<Error>>(catalog)
            );
    }

    /// <summary>The overrides, and another host where the run's came with a plug-in that is not needed.</summary>
    public static ImmutableArray<ConfigurationOverride> WithHost(
        TraceReader trace,
        Catalog catalog,
        ImmutableArray<ConfigurationOverride> overrides
    ) =>
        catalog.Host(trace.Manifest.Host).Match(_ => true, _ => false)
            ? overrides
            : [ConfigurationOverride.OfText(HostKey, ShippedPlugin.SimulationHostName, "the replay"), .. overrides];

    private static bool IsHostTyped(ImmutableArray<ConfigurationOverride> overrides) =>
        overrides.Any(static given => given.Source.StartsWith(Flags.HostName, StringComparison.Ordinal));

    private static Result<PluginSettings, ImmutableArray<Error>> Settings(TraceReader trace) =>
        RunConfiguration.Plugins(
            new(
                $"{trace.Path}: configuration",
                [],
                _ => new IncludeOutcome.Found(trace.Manifest.Configuration),
                _ => null
            )
        );
}
