using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Experiments.Resolved;
using ActorIL.Hocon;
using NearestName = ActorIL.Core.Prelude.NearestName;

namespace ActorIL.Experiments.Binding;

/// <summary>
/// The section <c>variants</c>: arms of one experiment, each a section of what it has otherwise than the file.
/// </summary>
internal static class Variants
{
    public const string Section = "variants";

    /// <summary>The names of the variants, in the order of the text.</summary>
    /// <param name="merged">The merged settings.</param>
    public static ImmutableArray<string> Names(HoconValue.Object merged) =>
        TryFind(merged, out var variants) ? [.. variants.Fields.Select(static field => field.Key)] : [];

    /// <summary>The settings without the section: what is left of it is not part of any run.</summary>
    public static HoconValue.Object Without(HoconValue.Object tree) =>
        tree with
        {
            Fields = [.. tree.Fields.Where(static field => field.Key != Section)],
        };

    /// <summary>A layer that sets what a variant sets, to be put on top of the file it is in.</summary>
    /// <param name="name">The variant.</param>
    /// <param name="below">The file's settings.</param>
    public static HoconResult<HoconDocument> Layer(string name, HoconResult<HoconValue.Object> below)
    {
        const string Root = ReferenceConfiguration.Root;
        var source = $"variant {name}";
        return below
            .Bind(root => Find(name, ConfigurationTree.Below(root), source))
            .Bind(_ => HoconReader.ParseOverride($"{Root} = ${{{Root}.{Section}.{JsonForm.Quote(name)}}}", source));
    }

    /// <summary>Names that no folder and no table can have.</summary>
    public static void Check(HoconValue.Object merged, Findings findings)
    {
        if (merged.TryFind(Section, out var field) && !TryFind(merged, out _))
        {
            findings.Reject(
                new Error(
                    $"{OriginText.Of(field.Value.Origin)}: {ReferenceConfiguration.Root}.{Section}",
                    FoundText.Of(field.Value),
                    "a section of sections",
                    $"Such as {Section} {{ gentle {{ ppo.learning-rate = 1e-4 }} }}."
                )
            );
        }

        foreach (var variant in TryFind(merged, out var variants) ? variants.Fields : [])
        {
            if (!ConfigurationTree.TrySection(variant.Value, out _))
            {
                Reject(findings, variant, FoundText.Of(variant.Value), "a section of settings");
            }
            else if (!variant.Key.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            {
                Reject(findings, variant, $"the name {variant.Key}", "a name of letters, digits and hyphens");
            }
        }
    }

    private static void Reject(Findings findings, HoconField variant, string found, string wanted) =>
        findings.Reject(
            new Error(
                $"{OriginText.Of(variant.KeyOrigin)}: {ReferenceConfiguration.Root}.{Section}.{variant.Key}",
                found,
                wanted,
                $"Such as {Section} {{ gentle {{ ppo.learning-rate = 1e-4 }} }}."
            )
        );

    private static HoconResult<HoconField> Find(string name, HoconValue.Object sections, string source)
    {
        if (TryFind(sections, out var variants) && variants.TryFind(name, out var found))
        {
            return found;
        }

        var names = Names(sections);
        return new HoconError(
            new HoconOrigin(source, Line: 0, Column: 0),
            names.IsEmpty ? "a file without variants" : "no such variant",
            names.IsEmpty ? $"a section {Section}" : $"one of {string.Join(", ", names)}",
            NearestName.TryFind(name, names, out var nearest) ? $"Did you mean {nearest}?"
                : names.IsEmpty ? "Leave the variant out."
                : "Name one of them."
        );
    }

    private static bool TryFind(HoconValue.Object sections, out HoconValue.Object variants)
    {
        variants = new HoconValue.Object([], sections.Origin);
        return sections.TryFind(Section, out var field) && ConfigurationTree.TrySection(field.Value, out variants);
    }
}
