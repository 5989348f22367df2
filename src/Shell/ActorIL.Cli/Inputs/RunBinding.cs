using System.Collections.Immutable;
using ActorIL.Cli.Externals;
using ActorIL.Cli.Plugins;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;

namespace ActorIL.Cli.Inputs;

/// <summary>
/// From configuration texts to a run that can be carried out: its plug-ins loaded, understood, and its files read.
/// </summary>
internal static class RunBinding
{
    /// <param name="layers">The texts.</param>
    /// <param name="plugins">What they may name.</param>
    /// <param name="shelf">Where the run's files are kept, if it ran before.</param>
    public static Result<BoundRun, ImmutableArray<Error>> Bind(
        ConfigurationLayers layers,
        ProgramPlugins plugins,
        InputShelf shelf
    ) => Understand(layers, plugins, isRecorded: shelf != InputShelf.None).Then(run => InputLoading.Load(run, shelf));

    /// <summary>The same without its files, for who computes nothing.</summary>
    /// <param name="layers">The texts.</param>
    /// <param name="plugins">What they may name.</param>
    /// <param name="isRecorded">Whether they are those of a run that ran before.</param>
    public static Result<BoundRun, ImmutableArray<Error>> Understand(
        ConfigurationLayers layers,
        ProgramPlugins plugins,
        bool isRecorded
    ) => Understand(layers with { Overrides = layers.Overrides.AddRange(plugins.Overrides) }, isRecorded, plugins);

    private static Result<BoundRun, ImmutableArray<Error>> Understand(
        ConfigurationLayers layers,
        bool isRecorded,
        ProgramPlugins plugins
    ) =>
        plugins
            .For(layers, isRecorded)
            .Then(catalog => RunConfiguration.Bind(layers with { Meet = ExternalMeeting.Ask }, catalog))
            .Map(run => run.WithPlugins(plugins.UsedIn(run.Catalog)));
}
