using ActorIL.Core.Prelude;
using ActorIL.Experiments.Resolved;
using ActorIL.Hocon;
using NearestName = ActorIL.Core.Prelude.NearestName;

namespace ActorIL.Experiments.Binding;

/// <summary>
/// Compares the shape of a configuration with the reference: each section is still a section, and each key is known.
/// </summary>
internal static class StructureCheck
{
    public static void Check(HoconValue.Object merged, HoconValue.Object reference, Findings findings) =>
        CheckSection(merged, reference, "", new(reference, findings));

    private static void CheckSection(HoconValue.Object merged, HoconValue.Object reference, string prefix, Pass pass)
    {
        foreach (var field in merged.Fields)
        {
            if (!reference.TryFind(field.Key, out var known))
            {
                pass.Findings.Reject(Unknown(field, prefix, reference, pass.Reference));
            }
            else if (
                ConfigurationTree.TrySection(known.Value, out var knownSection) && !IsOpen(prefix + field.Key, field)
            )
            {
                CheckKnownSection(field, knownSection, prefix + field.Key, pass);
            }
        }
    }

    // Whoever reads its keys knows them.
    private static bool IsOpen(string path, HoconField field) =>
        OpenSections.IsOpen(path) && ConfigurationTree.TrySection(field.Value, out _);

    private static void CheckKnownSection(HoconField field, HoconValue.Object knownSection, string path, Pass pass)
    {
        if (ConfigurationTree.TrySection(field.Value, out var section))
        {
            CheckSection(section, knownSection, path + ".", pass);
            return;
        }

        pass.Findings.Reject(
            new Error(
                $"{OriginText.Of(field.Value.Origin)}: {ReferenceConfiguration.Root}.{path}",
                FoundText.Of(field.Value),
                "a section",
                knownSection.Fields is [var first, ..]
                    ? $"Set keys in it, such as {path}.{first.Key}."
                    : "Set keys in it."
            )
        );
    }

    private static Error Unknown(
        HoconField field,
        string prefix,
        HoconValue.Object siblings,
        HoconValue.Object reference
    )
    {
        var path = prefix + field.Key;
        return new(
            $"{OriginText.Of(field.KeyOrigin)}: {ReferenceConfiguration.Root}.{path}",
            "an unknown key",
            $"a key of {ReferenceConfiguration.Name}",
            Suggestion(field.Key, path, prefix, siblings, reference)
        );
    }

    private static string Suggestion(
        string key,
        string path,
        string prefix,
        HoconValue.Object siblings,
        HoconValue.Object reference
    )
    {
        if (NearestName.TryFind(key, siblings.Fields.Select(field => field.Key), out var nearest))
        {
            return $"Did you mean {prefix}{nearest}?";
        }

        var leaves = ConfigurationTree.Leaves(reference);
        var sameName = Closest(path, leaves.Where(leaf => leaf.Split('.')[^1] == key).ToArray());
        return sameName.Length > 0 ? $"Did you mean {string.Join(" or ", sameName)}?"
            : NearestName.TryFind(path, leaves, out nearest) ? $"Did you mean {nearest}?"
            : $"Remove it; {ReferenceConfiguration.Name} lists every key.";
    }

    /// <summary>Those that share most of their path with it.</summary>
    private static string[] Closest(string path, string[] leaves)
    {
        var most = leaves.Select(leaf => SharedLength(path, leaf)).DefaultIfEmpty(0).Max();
        return [.. leaves.Where(leaf => SharedLength(path, leaf) == most)];
    }

    private static int SharedLength(string path, string leaf) =>
        path.Split('.').Zip(leaf.Split('.')).TakeWhile(static pair => pair.First == pair.Second).Count();

    private sealed record Pass(HoconValue.Object Reference, Findings Findings);
}
