using System.Collections.Immutable;
using ActorIL.Experiments.Binding;
using ActorIL.Hocon;
using ActorIL.Hocon.Rendering;

namespace ActorIL.Experiments.Resolved;

/// <summary>
/// A section beside <c>actoril</c> that is called after the run's host: settings that are the host's own.
/// </summary>
internal static class HostSection
{
    /// <summary>
    /// Its keys as flat text, each with its whole path and its value as JSON, in the order of the text; none where
    /// there is no such section. A key that is null is left out: readers have defaults for what is not there.
    /// </summary>
    /// <param name="merged">All layers.</param>
    /// <param name="host">The name of the run's host.</param>
    public static ImmutableArray<string> Lines(HoconValue.Object merged, string host) =>
        host != ReferenceConfiguration.Root
        && merged.TryFind(host, out var field)
        && ConfigurationTree.TrySection(field.Value, out var section)
            ? [.. Below(section, Element(host))]
            : [];

    private static IEnumerable<string> Below(HoconValue.Object section, string path) =>
        section.Fields.SelectMany(field =>
        {
            var key = $"{path}.{Element(field.Key)}";
            return field.Value.Match(
                ofObject: inner => Below(inner, key),
                ofArray: _ => Line(key, field.Value),
                ofText: _ => Line(key, field.Value),
                ofNumber: _ => Line(key, field.Value),
                ofBoolean: _ => Line(key, field.Value),
                ofNull: _ => []
            );
        });

    private static IEnumerable<string> Line(string key, HoconValue value) => [$"{key} = {CanonicalJson.Render(value)}"];

    private static string Element(string key) =>
        key.Length > 0 && key.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? key
            : JsonForm.Quote(key);
}
