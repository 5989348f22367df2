using System.Collections.Immutable;
using ActorIL.Hocon;

namespace ActorIL.Experiments.Binding;

/// <summary>Looking into a resolved tree by path.</summary>
internal static class ConfigurationTree
{
    /// <summary>The field at a path of plain keys separated by points.</summary>
    public static bool TryFind(HoconValue.Object root, string path, out HoconField field)
    {
        var elements = path.Split('.');
        var section = root;
        foreach (var element in elements[..^1])
        {
            if (!section.TryFind(element, out var inner) || !TrySection(inner.Value, out section))
            {
                field = new HoconField(path, root.Origin, new HoconValue.Null(root.Origin));
                return false;
            }
        }

        return section.TryFind(elements[^1], out field);
    }

    /// <summary>The value as a section, if it is one.</summary>
    public static bool TrySection(HoconValue value, out HoconValue.Object section)
    {
        var empty = new HoconValue.Object([], value.Origin);
        var (isSection, found) = value.Match(
            ofObject: inner => (true, inner),
            ofArray: _ => (false, empty),
            ofText: _ => (false, empty),
            ofNumber: _ => (false, empty),
            ofBoolean: _ => (false, empty),
            ofNull: _ => (false, empty)
        );
        section = found;
        return isSection;
    }

    /// <summary>The section that all settings are in; empty where something else stands in its place.</summary>
    public static HoconValue.Object Below(HoconValue.Object root) =>
        root.TryFind(ReferenceConfiguration.Root, out var field) && TrySection(field.Value, out var section)
            ? section
            : new HoconValue.Object([], root.Origin);

    /// <summary>Paths of everything below a section that is no section itself, in the order of the text.</summary>
    public static ImmutableArray<string> Leaves(HoconValue.Object section) =>
        [
            .. section.Fields.SelectMany(field =>
                TrySection(field.Value, out var inner)
                    ? Leaves(inner).Select(path => $"{field.Key}.{path}")
                    : [field.Key]
            ),
        ];

    /// <summary>Environment variables whose text is part of a value or of its items.</summary>
    public static IEnumerable<string> EnvironmentNames(HoconValue value) =>
        value.Origin.EnvironmentNames.Concat(
            value.Match(
                ofObject: section => section.Fields.SelectMany(field => EnvironmentNames(field.Value)),
                ofArray: list => list.Items.SelectMany(EnvironmentNames),
                ofText: _ => [],
                ofNumber: _ => [],
                ofBoolean: _ => [],
                ofNull: _ => Enumerable.Empty<string>()
            )
        );
}
