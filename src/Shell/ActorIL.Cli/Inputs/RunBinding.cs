using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Plugins;

namespace ActorIL.Cli.Inputs;

/// <summary>From configuration texts to a run that can be carried out: understood, and its files read.</summary>
internal static class RunBinding
{
    /// <param name="layers">The texts.</param>
    /// <param name="catalog">What they may name.</param>
    /// <param name="shelf">Where the run's files are kept, if it ran before.</param>
    public static Result<BoundRun, ImmutableArray<Error>> Bind(
        ConfigurationLayers layers,
        Catalog catalog,
        InputShelf shelf
    ) => RunConfiguration.Bind(layers, catalog).Then(run => InputLoading.Load(run, shelf));
}
