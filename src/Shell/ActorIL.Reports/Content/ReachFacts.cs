using System.Collections.Immutable;
using System.Globalization;

namespace ActorIL.Reports.Content;

/// <summary>Labels to a target in one environment.</summary>
/// <param name="EnvironmentId">Where.</param>
/// <param name="Target">What is to be reached.</param>
/// <param name="Students">Who reached it, and when.</param>
public sealed record ReachFacts(string EnvironmentId, LabelTarget Target, ImmutableArray<LabelReach> Students)
{
    /// <summary>The header of a table of several.</summary>
    public static ImmutableArray<string> Header(ImmutableArray<ReachFacts> reaches) =>
        ["student", .. reaches.Select(static reach => $"{reach.EnvironmentId}, {SweepFigures.Text(reach.Target)}")];

    /// <summary>A row for each student, as they are first met: median, range, seeds that reached it.</summary>
    public static ImmutableArray<ImmutableArray<string>> Rows(ImmutableArray<ReachFacts> reaches) =>
        [
            .. reaches
                .SelectMany(static reach => reach.Students.Select(static student => student.Stage))
                .Distinct()
                .Select(name => (ImmutableArray<string>)[name, .. reaches.Select(reach => Cell(reach.Students, name))]),
        ];

    private static string Cell(ImmutableArray<LabelReach> students, string name) =>
        students.FirstOrDefault(student => student.Stage == name) is { } student
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{student.MedianText}; {student.RangeText}; {student.Labels.Length} of {student.SeedCount}"
            )
            : "not tried";
}
