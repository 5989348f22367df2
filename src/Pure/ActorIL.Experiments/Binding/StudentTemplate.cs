using System.Collections.Immutable;
using ActorIL.Hocon;

namespace ActorIL.Experiments.Binding;

/// <summary>
/// Sections that users name: each section of <c>students</c> has the keys of <c>student</c>, and its values where it
/// does not set them.
/// </summary>
internal static class StudentTemplate
{
    public const string Template = "student";
    public const string Sections = "students";

    /// <summary>The names of the students, in the order of the text.</summary>
    public static ImmutableArray<string> Names(HoconValue.Object merged) =>
        TryStudents(merged, out var students)
            ? [.. students.Fields.Where(IsSection).Select(static field => field.Key)]
            : [];

    /// <summary>A tree in which every student has every key.</summary>
    /// <param name="tree">The merged settings, or the reference.</param>
    /// <param name="names">The students.</param>
    public static HoconValue.Object Expand(HoconValue.Object tree, ImmutableArray<string> names)
    {
        if (!TrySection(tree, Template, out var template) || !TryStudents(tree, out var students))
        {
            return tree;
        }

        var complete = names.Select(name =>
            TrySection(students, name, out var own)
                ? new HoconField(name, own.Origin, Overlay(template, own))
                : new HoconField(name, template.Origin, template)
        );
        var others = students.Fields.Where(field => !names.Contains(field.Key));
        return Replace(tree, Sections, new HoconValue.Object([.. complete, .. others], students.Origin));
    }

    private static bool TryStudents(HoconValue.Object tree, out HoconValue.Object students) =>
        TrySection(tree, Sections, out students);

    private static bool IsSection(HoconField field) => ConfigurationTree.TrySection(field.Value, out _);

    private static bool TrySection(HoconValue.Object tree, string key, out HoconValue.Object section)
    {
        section = new HoconValue.Object([], tree.Origin);
        return tree.TryFind(key, out var field) && ConfigurationTree.TrySection(field.Value, out section);
    }

    /// <summary>The keys of both; where both have a value, that of <paramref name="above"/>.</summary>
    private static HoconValue.Object Overlay(HoconValue.Object below, HoconValue.Object above) =>
        new(
            [
                .. below.Fields.Select(field => above.TryFind(field.Key, out var own) ? Overlay(field, own) : field),
                .. above.Fields.Where(field => !below.TryFind(field.Key, out _)),
            ],
            above.Origin
        );

    private static HoconField Overlay(HoconField below, HoconField above) =>
        ConfigurationTree.TrySection(below.Value, out var lower)
        && ConfigurationTree.TrySection(above.Value, out var upper)
            ? above with
            {
                Value = Overlay(lower, upper),
            }
            : above;

    private static HoconValue.Object Replace(HoconValue.Object tree, string key, HoconValue value) =>
        tree with
        {
            Fields = [.. tree.Fields.Select(field => field.Key == key ? field with { Value = value } : field)],
        };
}
