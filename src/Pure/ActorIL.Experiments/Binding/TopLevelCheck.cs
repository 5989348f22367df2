using ActorIL.Core.Prelude;
using ActorIL.Experiments.Resolved;
using ActorIL.Hocon;
using NearestName = ActorIL.Core.Prelude.NearestName;

namespace ActorIL.Experiments.Binding;

/// <summary>
/// Finds settings that would be ignored because they do not stand below <c>actoril</c>. Other top-level keys are the
/// user's own, for substitutions.
/// </summary>
internal static class TopLevelCheck
{
    public static void Check(HoconValue.Object merged, HoconValue.Object sections, Findings findings)
    {
        foreach (var field in merged.Fields)
        {
            if (field.Key == ReferenceConfiguration.Root)
            {
                CheckRoot(field, findings);
            }
            else if (Suggestion(field.Key, sections) is { } meant)
            {
                findings.Reject(
                    new Error(
                        $"{OriginText.Of(field.KeyOrigin)}: {field.Key}",
                        $"a setting outside of {ReferenceConfiguration.Root}",
                        $"settings in the section {ReferenceConfiguration.Root}",
                        $"Did you mean {meant}?"
                    )
                );
            }
        }
    }

    private static void CheckRoot(HoconField field, Findings findings)
    {
        if (!ConfigurationTree.TrySection(field.Value, out _))
        {
            findings.Reject(
                new Error(
                    $"{OriginText.Of(field.Value.Origin)}: {ReferenceConfiguration.Root}",
                    FoundText.Of(field.Value),
                    "a section",
                    "Set keys in it, such as actoril.environment.name."
                )
            );
        }
    }

    private static string? Suggestion(string key, HoconValue.Object sections)
    {
        const string Root = ReferenceConfiguration.Root;
        return sections.TryFind(key, out _) ? $"{Root}.{key}"
            : NearestName.TryFind(key, [Root], out _) ? Root
            : null;
    }
}
