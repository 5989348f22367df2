using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Hashing;

namespace ActorIL.Experiments.Resolved;

/// <summary>
/// A configuration after every layer, include and substitution: each key of the reference with its final value.
/// </summary>
/// <param name="Keys">Every key, in the order of the reference configuration.</param>
/// <param name="EnvironmentNames">Environment variables whose text is part of a value, ascending; names only.</param>
public sealed record ResolvedConfiguration(ImmutableArray<ResolvedKey> Keys, ImmutableArray<string> EnvironmentNames)
{
    /// <summary>The semantic keys as one JSON object, keys ascending: equal texts mean the same computation.</summary>
    public string SemanticJson =>
        "{"
        + string.Join(
            ',',
            Keys.Where(key => key.IsSemantic)
                .OrderBy(key => key.Path, StringComparer.Ordinal)
                .Select(key => $"\"{key.Path}\":{key.Json}")
        )
        + "}";

    /// <summary>The same with another value of a key.</summary>
    /// <param name="path">The key.</param>
    /// <param name="json">Its value in canonical form.</param>
    /// <param name="source">Where it is from.</param>
    public ResolvedConfiguration With(string path, string json, string source) =>
        this with
        {
            Keys =
            [
                .. Keys.Select(key =>
                    key.Path == path && key.Json != json
                        ? key with
                        {
                            Json = json,
                            Origin = new(source, Line: 0, Column: 0),
                        }
                        : key
                ),
            ],
        };

    /// <summary>Hash of <see cref="SemanticJson"/>, 16 hexadecimal digits.</summary>
    public string SemanticHash => ContentHash.Of(SemanticJson).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>
    /// The host's own settings: lines of a section that is called after it, beside <c>actoril</c>. Operational.
    /// </summary>
    public ImmutableArray<string> HostLines { get; init; } = [];

    /// <summary>
    /// The whole configuration as HOCON: it can be run again, and says where each changed value came from.
    /// </summary>
    public string Text => ResolvedText.Render(this) + Joined(HostLines);

    /// <summary>
    /// The whole configuration as flat HOCON for a host: a line a key with its whole path, values as JSON; no includes,
    /// no substitutions. Times are numbers in the units that the reference names.
    /// </summary>
    public string FlatText =>
        Joined(Keys.Select(static key => $"{ReferenceConfiguration.Root}.{key.Path} = {key.Json}")) + Joined(HostLines);

    private static string Joined(IEnumerable<string> lines) => string.Concat(lines.Select(static line => line + "\n"));
}
