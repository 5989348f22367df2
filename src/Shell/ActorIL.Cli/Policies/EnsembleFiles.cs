using System.Collections.Immutable;
using System.Globalization;

namespace ActorIL.Cli.Policies;

/// <summary>The students of an ensemble are saved one by one, as STAGE-member-1 and so on.</summary>
internal static class EnsembleFiles
{
    private const string Infix = "-member-";

    /// <summary>The stage that a saved policy is of, or belongs to.</summary>
    public static string StageOf(string name) =>
        name.IndexOf(Infix, StringComparison.Ordinal) is var at and > 0 ? name[..at] : name;

    /// <summary>The name of a member.</summary>
    /// <param name="stage">The ensemble's stage.</param>
    /// <param name="number">Which member, from 1.</param>
    public static string MemberOf(string stage, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{stage}{Infix}{number}");

    /// <summary>Those of the names that are members of a stage's ensemble, in order; none for a single one.</summary>
    public static ImmutableArray<string> MembersOf(string stage, IEnumerable<string> names) =>
        [
            .. names
                .Where(name => name.StartsWith(stage + Infix, StringComparison.Ordinal))
                .OrderBy(name => name.Length)
                .ThenBy(name => name, StringComparer.Ordinal),
        ];
}
