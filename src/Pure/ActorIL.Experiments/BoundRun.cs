using System.Collections.Immutable;
using ActorIL.Experiments.Binding;
using ActorIL.Experiments.Inputs;
using ActorIL.Experiments.Resolved;
using ActorIL.Plugins;
using ActorIL.Training.Plans;

namespace ActorIL.Experiments;

/// <summary>A configuration that was understood.</summary>
/// <param name="Plan">What to compute.</param>
/// <param name="Settings">How to carry it out.</param>
/// <param name="Configuration">Every key as it was finally set, for the run directory.</param>
/// <param name="Catalog">What its names mean.</param>
public sealed record BoundRun(RunPlan Plan, RunSettings Settings, ResolvedConfiguration Configuration, Catalog Catalog)
{
    /// <summary>The files it names; a plan that names some is carried out only after they were read.</summary>
    public ImmutableArray<InputReference> References { get; init; } = [];

    /// <summary>The files that were read.</summary>
    public ImmutableArray<InputFile> Files { get; init; } = [];

    /// <summary>What is doubtful about them, for the log.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>The plug-ins that were loaded from files for it, in the order of the catalog.</summary>
    public ImmutableArray<UsedPlugin> Plugins { get; init; } = [];

    /// <summary>
    /// The same with the plug-ins that were loaded, so that whoever reads its configuration finds them.
    /// </summary>
    /// <param name="plugins">The plug-ins.</param>
    public BoundRun WithPlugins(ImmutableArray<UsedPlugin> plugins) =>
        this with
        {
            Plugins = plugins,
            Configuration = Configuration.With(
                PluginBinding.Plugins,
                $"[{string.Join(", ", plugins.Select(static plugin => JsonForm.Quote(plugin.Path)))}]",
                "where they were found"
            ),
        };

    /// <summary>The same with what was read.</summary>
    /// <param name="inputs">What the plan takes from the files.</param>
    /// <param name="references">The files with their hashes.</param>
    /// <param name="files">The files themselves.</param>
    public BoundRun With(
        RunInputs inputs,
        ImmutableArray<InputReference> references,
        ImmutableArray<InputFile> files
    ) =>
        this with
        {
            Plan = Plan with { Inputs = inputs },
            Configuration = references.Aggregate(
                Configuration,
                static (configuration, reference) =>
                    configuration.With(reference.HashKey, JsonForm.Quote(reference.Hash), reference.Path)
            ),
            References = references,
            Files = files,
        };
}
