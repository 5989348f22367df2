using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Loading;
using ActorIL.Plugins;

namespace ActorIL.Cli.Plugins;

/// <summary>
/// The plug-ins of one invocation of the program. Each file is loaded once: what comes of it twice would be two types.
/// </summary>
internal sealed class ProgramPlugins
{
    private readonly Catalog _shipped;
    private readonly Dictionary<string, LoadedPlugin> _loaded = new(StringComparer.Ordinal);
    private PluginRequest _request = PluginRequest.None;
    private ImmutableArray<PluginPath> _typed = [];

    /// <param name="shipped">What comes with the program.</param>
    public ProgramPlugins(Catalog shipped) => (_shipped, Catalog) = (shipped, shipped);

    /// <summary>What comes with the program and what was typed.</summary>
    public Catalog Catalog { get; private set; }

    /// <summary>Whether other plug-ins than a run's own are used.</summary>
    public bool AllowsMismatch => _request.AllowsMismatch;

    /// <summary>Whether plug-ins were typed, which take the place of those that a run had.</summary>
    public bool IsAnyTyped => !_typed.IsEmpty;

    /// <summary>What was typed, as settings that a run notes.</summary>
    public ImmutableArray<ConfigurationOverride> Overrides =>
        _request.AllowsAmbientCalls
            ? [new ConfigurationOverride("allow-ambient-calls=on", PluginFlags.AmbientName)]
            : [];

    /// <summary>Loads what was typed.</summary>
    public Result<Catalog, ImmutableArray<Error>> Take(PluginRequest request)
    {
        _request = request;
        _typed = [.. request.Paths.Select(static path => PluginPath.Of(path, Directory.GetCurrentDirectory()))];
        return Add(_typed)
            .Map(catalog =>
            {
                Catalog = catalog;
                return catalog;
            });
    }

    /// <summary>The catalog for a configuration: with what was typed, and what it states.</summary>
    /// <param name="layers">The configuration.</param>
    /// <param name="isRecorded">Whether it is that of a run, whose plug-ins give way to those that were typed.</param>
    public Result<Catalog, ImmutableArray<Error>> For(ConfigurationLayers layers, bool isRecorded) =>
        RunConfiguration
            .Plugins(layers)
            .Then(settings => For(settings.Plugins.Select(PathOf), isRecorded, settings.AllowsAmbientCalls));

    /// <summary>The catalog for plug-ins at these places.</summary>
    public Result<Catalog, ImmutableArray<Error>> For(
        IEnumerable<PluginPath> stated,
        bool isRecorded,
        bool allowsAmbientCalls
    )
    {
        var paths = isRecorded && IsAnyTyped ? _typed : _typed.AddRange(stated);
        var allows = allowsAmbientCalls || _request.AllowsAmbientCalls;
        return Add([.. paths.DistinctBy(static path => path.Full)])
            .MapError(errors => isRecorded && !IsAnyTyped ? Moved(errors) : errors)
            .Then(catalog =>
                allows || Ambient(catalog) is not { IsEmpty: false } problems
                    ? Result.Success<Catalog, ImmutableArray<Error>>(catalog)
                    : Result.Failure<Catalog, ImmutableArray<Error>>(problems)
            );
    }

    /// <summary>The plug-ins of a catalog that were loaded from files, in its order.</summary>
    public ImmutableArray<UsedPlugin> UsedIn(Catalog catalog) =>
        [
            .. LoadedOf(catalog)
                .Select(static plugin => new UsedPlugin(
                    plugin.Identity,
                    plugin.Path.Full,
                    plugin.IsComputing,
                    plugin.AmbientCalls.Count
                )),
        ];

    /// <summary>The file an environment comes from; null where it came with the program.</summary>
    public LoadedPlugin? OfEnvironment(Catalog catalog, string name) =>
        catalog.PluginOf(EntryKind.Environment, name) is { } identity
            ? LoadedOf(catalog).FirstOrDefault(plugin => plugin.Identity == identity)
            : null;

    /// <summary>Those of a catalog that were loaded, in its order.</summary>
    public IEnumerable<LoadedPlugin> LoadedOf(Catalog catalog) =>
        from plugin in catalog.Plugins
        let loaded = _loaded.Values.FirstOrDefault(loaded => loaded.Identity == plugin.Identity)
        where loaded is not null
        select loaded;

    private static PluginPath PathOf(PluginReference reference) =>
        PluginPath.Of(
            reference.Path,
            reference.IsTyped
                ? Directory.GetCurrentDirectory()
                : Path.GetDirectoryName(Path.GetFullPath(reference.Source)) ?? Directory.GetCurrentDirectory()
        );

    private static ImmutableArray<Error> Moved(ImmutableArray<Error> errors) =>
        [
            .. errors.Select(static error =>
                error with
                {
                    Remedy =
                        $"{error.Remedy} If the run's plug-in is elsewhere now, say where with"
                        + $" {PluginFlags.PluginName}.",
                }
            ),
        ];

    private ImmutableArray<Error> Ambient(Catalog catalog) =>
        [.. LoadedOf(catalog).Select(static plugin => plugin.AmbientProblem(PluginFlags.AmbientName)).OfType<Error>()];

    private Result<Catalog, ImmutableArray<Error>> Add(ImmutableArray<PluginPath> paths)
    {
        var catalog = _shipped;
        var errors = ImmutableArray.CreateBuilder<Error>();
        foreach (var path in paths)
        {
            catalog = Load(path)
                .Then(plugin =>
                    catalog
                        .Add(plugin.Plugin, plugin.Identity)
                        .MapError(error => error with { Where = $"{path.AsTyped}: {error.Where}" })
                )
                .Match(
                    static added => added,
                    error =>
                    {
                        errors.Add(error);
                        return catalog;
                    }
                );
        }

        return errors.Count == 0
            ? Result.Success<Catalog, ImmutableArray<Error>>(catalog)
            : Result.Failure<Catalog, ImmutableArray<Error>>(errors.ToImmutable());
    }

    private Result<LoadedPlugin, Error> Load(PluginPath path) =>
        _loaded.TryGetValue(path.Full, out var known)
            ? Result.Success<LoadedPlugin, Error>(known)
            : PluginLoader
                .Load(path)
                .Map(plugin =>
                {
                    _loaded.Add(path.Full, plugin);
                    return plugin;
                });
}
