using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Environments.Outside;
using ActorIL.Experiments.Binding;
using ActorIL.Experiments.Resolved;
using ActorIL.Hocon;
using ActorIL.Plugins;

namespace ActorIL.Experiments;

/// <summary>Turns configuration texts into a typed, checked plan, or into everything that is wrong with them.</summary>
public static class RunConfiguration
{
    /// <summary>
    /// Layers, resolves and binds. Texts that cannot be read or resolved give one error; a resolved configuration gives
    /// all errors at once.
    /// </summary>
    /// <param name="layers">The texts.</param>
    /// <param name="catalog">What they may name.</param>
    public static Result<BoundRun, ImmutableArray<Error>> Bind(ConfigurationLayers layers, Catalog catalog)
    {
        var reference = ReferenceTree.Read();
        return LayerResolution
            .Resolve(layers, reference)
            .Match(
                success: merged => BindTree(merged, reference.Sections, catalog, layers.Meet),
                failure: error => Result.Failure<BoundRun, ImmutableArray<Error>>([error])
            );
    }

    /// <summary>Which plug-ins the texts want: to be known before they are bound.</summary>
    public static Result<PluginSettings, ImmutableArray<Error>> Plugins(ConfigurationLayers layers)
    {
        var reference = ReferenceTree.Read();
        return LayerResolution
            .Resolve(layers, reference)
            .MapError(static error => ImmutableArray.Create(error))
            .Then(merged =>
            {
                var findings = new Findings();
                var sections = Variants.Without(ConfigurationTree.Below(merged));
                var read = PluginBinding.Read(
                    new(sections, Variants.Without(reference.Sections), findings, KeyKind.Operational)
                );
                return findings.Errors.IsEmpty
                    ? Result.Success<PluginSettings, ImmutableArray<Error>>(read)
                    : Result.Failure<PluginSettings, ImmutableArray<Error>>(findings.Errors);
            });
    }

    /// <summary>The names of the variants of a file, in its order; none where it has none.</summary>
    public static Result<ImmutableArray<string>, ImmutableArray<Error>> VariantNames(ConfigurationLayers layers) =>
        LayerResolution
            .Resolve(layers, ReferenceTree.Read())
            .Map(static merged => Variants.Names(ConfigurationTree.Below(merged)))
            .MapError(static error => ImmutableArray.Create(error));

    private static Result<BoundRun, ImmutableArray<Error>> BindTree(
        HoconValue.Object merged,
        HoconValue.Object known,
        Catalog catalog,
        Func<ExternalSettings, Result<ExternalIdentity, Error>>? meet
    )
    {
        var findings = new Findings();
        TopLevelCheck.Check(merged, known, findings);
        Variants.Check(ConfigurationTree.Below(merged), findings);
        var settings = Variants.Without(ConfigurationTree.Below(merged));
        var students = StudentTemplate.Names(settings);
        var sections = StudentTemplate.Expand(settings, students);
        known = StudentTemplate.Expand(Variants.Without(known), students);
        StructureCheck.Check(sections, known, findings);
        var reader = new KeyReader(sections, known, findings, KeyKind.Semantic);
        var inputs = InputBinding.Read(reader);
        var external = ExternalBinding.Settings(reader.Of(KeyKind.Operational));
        var environment = EnvironmentBinding.Read(reader, catalog.Environments, external, meet);
        var plan = PlanBinding.Read(reader, catalog, environment, students, inputs);
        var running = SettingsBinding.Read(reader.Of(KeyKind.Operational), catalog, external);
        _ = PluginBinding.Read(reader.Of(KeyKind.Operational));
        if (plan is null || findings.Errors.Length > 0)
        {
            return Result.Failure<BoundRun, ImmutableArray<Error>>(findings.Errors);
        }

        var keys = ConfigurationTree.Leaves(known).SelectMany(path => Keys(path, findings)).ToImmutableArray();
        return Result.Success<BoundRun, ImmutableArray<Error>>(
            new(
                plan,
                running,
                new ResolvedConfiguration(keys, findings.EnvironmentNames)
                {
                    HostLines = HostSection.Lines(merged, running.Host),
                },
                catalog
            )
            {
                References = inputs,
            }
        );
    }

    /// <summary>A key of the reference; after some come the parameters that were set of what they name.</summary>
    private static IEnumerable<ResolvedKey> Keys(string path, Findings findings) =>
        OpenSections.After(path) is { } section
            ? findings
                .Keys.Values.Where(key => key.Path.StartsWith(section + ".", StringComparison.Ordinal))
                .Prepend(findings.Keys[path])
            : [findings.Keys[path]];
}
