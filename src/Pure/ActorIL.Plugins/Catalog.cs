using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Training.Collection;
using ActorIL.Training.Pipelines;

namespace ActorIL.Plugins;

/// <summary>
/// What a configuration may name: the entries of all plug-ins, that of the program among them. A value; a program
/// passes it along and adds to it what it loads.
/// </summary>
public sealed record Catalog
{
    private Catalog(EquatableArray<CatalogPlugin> plugins, EnvironmentCatalog environments) =>
        (Plugins, Environments) = (plugins, environments);

    /// <summary>Without any plug-in.</summary>
    public static Catalog Empty { get; } = new([], EnvironmentCatalog.Empty);

    /// <summary>The plug-ins, in the order they were added.</summary>
    public EquatableArray<CatalogPlugin> Plugins { get; }

    /// <summary>Every plug-in's environments.</summary>
    public EnvironmentCatalog Environments { get; }

    /// <summary>Every plug-in's hosts.</summary>
    public EquatableArray<HostEntry> Hosts => All(static entries => entries.Hosts);

    /// <summary>Every plug-in's algorithms.</summary>
    public EquatableArray<AlgorithmEntry> Algorithms => All(static entries => entries.Algorithms);

    /// <summary>Every plug-in's query strategies.</summary>
    public EquatableArray<QueryStrategyEntry> QueryStrategies => All(static entries => entries.QueryStrategies);

    /// <summary>Every plug-in's stages of rollouts.</summary>
    public EquatableArray<PipelineStage<Collected>> RolloutStages => All(static entries => entries.RolloutStages);

    /// <summary>Every plug-in's stages of labelled batches.</summary>
    public EquatableArray<PipelineStage<LabelledBatch>> LabelStages => All(static entries => entries.LabelStages);

    /// <summary>What these plug-ins bring, which come with the program: their files have no hash.</summary>
    public static Result<Catalog, Error> Of(params ImmutableArray<IPlugin> plugins) =>
        plugins.Aggregate(
            Result.Success<Catalog, Error>(Empty),
            static (catalog, plugin) =>
                catalog.Then(known =>
                    PluginIdentity
                        .Of(plugin, PluginContract.Version, fileHash: "")
                        .Then(identity => known.Add(plugin, identity))
                )
        );

    /// <summary>This catalog with one more plug-in.</summary>
    /// <param name="plugin">What it brings is read once, here.</param>
    /// <param name="identity">Who it is: <see cref="PluginIdentity.Of"/>.</param>
    /// <returns>
    /// The catalog; or an error where the plug-in's name or one of its entries' is taken (which names both plug-ins),
    /// a name is not allowed, an entry is null, or its entries cannot be read.
    /// </returns>
    public Result<Catalog, Error> Add(IPlugin plugin, PluginIdentity identity) =>
        PluginReading
            .Checked(plugin, identity)
            .Then(_ => Unused(identity))
            .Then(_ => PluginReading.Try(plugin, nameof(IPlugin.Entries), static plugin => plugin.Entries))
            .Then(entries => EntryChecks.Check(identity.Name, entries))
            .Then(entries => Unused(identity, entries))
            .Then(entries => With(new(identity, entries)));

    /// <summary>The host of this name; the error names the nearest one.</summary>
    public Result<HostEntry, Error> Host(string name) =>
        Find(EntryKind.Host, name, Hosts.Items, static entry => entry.Name);

    /// <summary>The algorithm of this name; the error names the nearest one.</summary>
    public Result<AlgorithmEntry, Error> Algorithm(string name) =>
        Find(EntryKind.Algorithm, name, Algorithms.Items, static entry => entry.Name);

    /// <summary>The query strategy of this name; the error names the nearest one.</summary>
    public Result<QueryStrategyEntry, Error> QueryStrategy(string name) =>
        Find(EntryKind.QueryStrategy, name, QueryStrategies.Items, static entry => entry.Name);

    /// <summary>The stage of rollouts of this name; the error names the nearest one.</summary>
    public Result<PipelineStage<Collected>, Error> RolloutStage(string name) =>
        Find(EntryKind.RolloutStage, name, RolloutStages.Items, static stage => stage.Name);

    /// <summary>The stage of labelled batches of this name; the error names the nearest one.</summary>
    public Result<PipelineStage<LabelledBatch>, Error> LabelStage(string name) =>
        Find(EntryKind.LabelStage, name, LabelStages.Items, static stage => stage.Name);

    /// <summary>Which plug-in an entry comes from; null where no entry of that kind has the name.</summary>
    public PluginIdentity? PluginOf(EntryKind kind, string name) =>
        Plugins.FirstOrDefault(plugin => EntryNames.Of(plugin.Entries, kind).Contains(name))?.Identity;

    private Result<Catalog, Error> With(CatalogPlugin plugin) =>
        plugin
            .Entries.Environments.Aggregate(
                Result.Success<EnvironmentCatalog, Error>(Environments),
                static (environments, entry) => environments.Then(known => known.Add(entry))
            )
            .Then(environments =>
                plugin.Entries.Controllers.Aggregate(
                    Result.Success<EnvironmentCatalog, Error>(environments),
                    (equipped, entry) => equipped.Then(known => Equip(known, entry, plugin.Identity))
                )
            )
            .Map(environments => new Catalog(new(Plugins.Items.Add(plugin)), environments));

    private static Result<EnvironmentCatalog, Error> Equip(
        EnvironmentCatalog environments,
        ControllerEntry controller,
        PluginIdentity identity
    ) =>
        environments
            .Find(controller.Environment)
            .Then(entry =>
                entry.Controllers.Any(known => known.Name == controller.Name)
                    ? Result.Failure<EnvironmentEntry, Error>(
                        new(
                            entry.Id,
                            $"controller '{controller.Name}', which it has already",
                            "a name of its own",
                            "Rename it."
                        )
                    )
                    : controller.AddTo(entry)
            )
            .Map(environments.Replace)
            .MapError(error => error with { Where = $"plug-in {identity.Name}, {error.Where}" });

    private Result<PluginIdentity, Error> Unused(PluginIdentity identity) =>
        Plugins.FirstOrDefault(known => known.Identity.Name == identity.Name) is { } twin
            ? Result.Failure<PluginIdentity, Error>(
                new(
                    $"plug-in {identity.Name} {identity.Version}",
                    $"a name that plug-in {twin.Identity.Name} {twin.Identity.Version} has",
                    "a name of its own",
                    "Load one of the two, or rename one."
                )
            )
            : Result.Success<PluginIdentity, Error>(identity);

    private Result<PluginEntries, Error> Unused(PluginIdentity identity, PluginEntries entries)
    {
        foreach (var kind in EntryNames.Kinds)
        {
            foreach (var name in EntryNames.Of(entries, kind))
            {
                if (name is not null && PluginOf(kind, name) is { } owner)
                {
                    return Result.Failure<PluginEntries, Error>(
                        new(
                            $"plug-in {identity.Name}",
                            $"{EntryNames.Word(kind)} '{name}', which plug-in {owner.Name} has",
                            "a name of its own",
                            "Rename one of the two, or leave one plug-in out."
                        )
                    );
                }
            }
        }

        return Result.Success<PluginEntries, Error>(entries);
    }

    private EquatableArray<T> All<T>(Func<PluginEntries, EquatableArray<T>> select)
        where T : IEquatable<T> => new([.. Plugins.SelectMany(plugin => select(plugin.Entries))]);

    private static Result<T, Error> Find<T>(
        EntryKind kind,
        string name,
        ImmutableArray<T> entries,
        Func<T, string> nameOf
    )
    {
        foreach (var entry in entries)
        {
            if (nameOf(entry) == name)
            {
                return Result.Success<T, Error>(entry);
            }
        }

        return Result.Failure<T, Error>(EntryNames.Unknown(kind, name, [.. entries.Select(nameOf)]));
    }
}
