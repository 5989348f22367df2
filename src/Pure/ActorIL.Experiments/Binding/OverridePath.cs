using ActorIL.Hocon;
using NearestName = ActorIL.Core.Prelude.NearestName;

namespace ActorIL.Experiments.Binding;

/// <summary>The key that an override means: <c>ppo.steps</c> is short for <c>actoril.ppo.steps</c>.</summary>
internal static class OverridePath
{
    private const string EndsElement = ".=:+{";

    /// <summary>
    /// The assignment with its full path. A key that is no setting must be one of the file's own, which substitutions
    /// in it may use.
    /// </summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="reference">The known keys.</param>
    /// <param name="below">What the override goes on top of.</param>
    public static HoconResult<string> Complete(
        ConfigurationOverride typed, ReferenceTree reference, Func<HoconResult<HoconValue.Object>> below)
    {
        var element = FirstElement(typed.Assignment);
        if (element.Length == 0 || element[0] == '"' || element == ReferenceConfiguration.Root)
        {
            return typed.Assignment;
        }

        if (reference.Sections.TryFind(element, out _))
        {
            return $"{ReferenceConfiguration.Root}.{typed.Assignment.TrimStart()}";
        }

        // A configuration that does not resolve without the override may need just this one.
        var isKnown = below().Match(ok: root => root.TryFind(element, out _), failed: _ => true);
        return isKnown ? typed.Assignment : Unknown(typed, element, reference);
    }

    private static string FirstElement(string assignment) =>
        assignment.IndexOfAny([.. EndsElement]) is >= 0 and var end ? assignment[..end].Trim() : assignment.Trim();

    private static HoconError Unknown(ConfigurationOverride typed, string element, ReferenceTree reference)
    {
        var names = reference.Sections.Fields.Select(field => field.Key).ToArray();
        var remedy = NearestName.TryFind(element, names, out var nearest)
            ? $"Did you mean {nearest}?"
            : $"Keys begin with one of {string.Join(", ", names)}.";
        return new(
            new HoconOrigin(typed.Source, Line: 0, Column: 0),
            $"the unknown key {element}",
            $"a key of {ReferenceConfiguration.Name} or of the file",
            remedy);
    }
}
