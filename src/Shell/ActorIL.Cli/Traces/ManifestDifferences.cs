using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Traces;
using ActorIL.Core.Prelude;
using ActorIL.Hocon;
using ActorIL.Hocon.Rendering;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>How the heads of two traces differ.</summary>
internal static class ManifestDifferences
{
    /// <summary>The keys of the resolved configurations that differ, ascending.</summary>
    public static Result<ImmutableArray<NamedDifference>, Error> OfConfigurations(TraceReader one, TraceReader other) =>
        Keys(one).Then(before => Keys(other).Map(after => Between(before, after)));

    /// <summary>What else differs, but for the wall clock.</summary>
    public static ImmutableArray<NamedDifference> OfManifests(TraceManifest one, TraceManifest other) =>
        Between(Parts(one), Parts(other));

    private static ImmutableArray<NamedDifference> Between(
        SortedDictionary<string, string> before,
        SortedDictionary<string, string> after
    ) =>
        [
            .. before
                .Keys.Union(after.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(key => new NamedDifference(key, before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
                .Where(difference => difference.One != difference.Other),
        ];

    private static Result<SortedDictionary<string, string>, Error> Keys(TraceReader trace) =>
        HoconReader
            .Parse(trace.Manifest.Configuration, $"{trace.Path}: configuration", _ => new IncludeOutcome.Missing())
            .Bind(document => document.Resolve(_ => null))
            .Match(
                ok: configuration =>
                {
                    var keys = new SortedDictionary<string, string>(StringComparer.Ordinal);
                    foreach (var leaf in configuration.Leaves())
                    {
                        keys[leaf.Path.ToString()] = CanonicalJson.Render(leaf.Value);
                    }

                    return Result.Success<SortedDictionary<string, string>, Error>(keys);
                },
                failed: error =>
                    Result.Failure<SortedDictionary<string, string>, Error>(
                        new(error.Origin.ToString(), error.Found, error.Wanted, "The manifest was made by hand.")
                    )
            );

    private static SortedDictionary<string, string> Parts(TraceManifest manifest) =>
        new(StringComparer.Ordinal)
        {
            ["behaviors"] = string.Join(", ", manifest.Behaviors),
            ["code_version"] = manifest.CodeVersion,
            ["commit"] = manifest.Commit,
            ["environment"] = manifest.Environment,
            ["host"] = manifest.Host,
            ["level"] = TraceLevels.NameOf(manifest.Level),
            ["messages"] = string.Join(", ", manifest.Messages),
            ["numeric_probe"] = manifest.NumericProbe,
            ["parent"] = manifest.Parent is { } parent
                ? string.Create(CultureInfo.InvariantCulture, $"{parent.ManifestHash} at {parent.Ordinal}")
                : "none",
            ["plugins"] = string.Join(
                ", ",
                manifest.Plugins.Select(static plugin => $"{plugin.Name} {plugin.Version} {plugin.FileHash}")
            ),
            ["resumptions"] = manifest.Resumptions.Length.ToString(CultureInfo.InvariantCulture),
            ["seed"] = manifest.Seed.ToString(CultureInfo.InvariantCulture),
            ["semantic_hash"] = manifest.SemanticHash,
            ["tick_nanoseconds"] = manifest.TickNanoseconds.ToString(CultureInfo.InvariantCulture),
            ["workers"] = manifest.Workers.ToString(CultureInfo.InvariantCulture),
        };
}
