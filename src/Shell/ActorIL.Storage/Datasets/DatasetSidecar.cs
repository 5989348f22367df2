using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;

namespace ActorIL.Storage.Datasets;

/// <summary>What a data set says of itself, in the JSON file beside it.</summary>
public sealed record DatasetSidecar
{
    /// <summary>The name and version of the schema.</summary>
    public const string Schema = "actoril.dataset/1";

    /// <summary>Name and version of the environment, such as CartPole-v1.</summary>
    public required string Environment { get; init; }

    /// <summary>The environment's constants: path and value, as `env describe` shows them.</summary>
    public required ImmutableSortedDictionary<string, string> Parameters { get; init; }

    public required Space Observations { get; init; }

    public required Space Actions { get; init; }

    public required DatasetPreprocessing Preprocessing { get; init; }

    /// <summary>Where the episodes come from; each says which one by its index.</summary>
    public required EquatableArray<DatasetSource> Sources { get; init; }

    /// <summary>What was done since, the first step first.</summary>
    public EquatableArray<DatasetDerivation> Derivations { get; init; } = [];

    /// <summary>The number after -v in a name; empty for a name without one.</summary>
    public static string VersionOf(string environment)
    {
        var at = environment.LastIndexOf("-v", StringComparison.Ordinal);
        return
            at >= 0
            && environment.AsSpan(at + 2) is { Length: > 0 } digits
            && !digits.ContainsAnyExceptInRange('0', '9')
            ? digits.ToString()
            : "";
    }

    /// <summary>The first thing in which two environments or preprocessings differ; null where they agree.</summary>
    public (string What, string Mine, string Theirs)? FirstDifference(DatasetSidecar other)
    {
        var differences =
            from pair in Compared(other)
            where pair.Mine != pair.Theirs
            select ((string What, string Mine, string Theirs)?)pair;
        return differences.FirstOrDefault();
    }

    private IEnumerable<(string What, string Mine, string Theirs)> Compared(DatasetSidecar other)
    {
        yield return ("environment", Environment, other.Environment);
        foreach (var name in Parameters.Keys.Union(other.Parameters.Keys).Order(StringComparer.Ordinal))
        {
            yield return (
                $"parameter {name}",
                Parameters.GetValueOrDefault(name, "none"),
                other.Parameters.GetValueOrDefault(name, "none")
            );
        }

        yield return ("observation space", $"{Observations}", $"{other.Observations}");
        yield return ("action space", $"{Actions}", $"{other.Actions}");
        yield return ("preprocessing", $"{Preprocessing}", $"{other.Preprocessing}");
    }
}
