using System.Globalization;

namespace ActorIL.Cli.Progress;

/// <summary>A status in words.</summary>
internal static class StatusText
{
    /// <summary>One line for output that is no terminal.</summary>
    public static string Line(RunStatus status, TimeSpan elapsed)
    {
        var parts = new List<string>();
        if (status.UpdateCountMax > 0)
        {
            var reached = Suffix(Expert(status));
            parts.Add(Invariant($"expert {status.UpdateCount}/{status.UpdateCountMax} updates{reached}"));
        }

        if (status.CloneCountMax > 0 && status.IsExpertDone)
        {
            parts.Add(Invariant($"clones {status.CloneCount}/{status.CloneCountMax}"));
        }

        if (status.LabelCountMax > 0 && status.IsExpertDone)
        {
            parts.Add(Invariant($"dagger {status.LabelCount}/{status.LabelCountMax} labels{Suffix(Student(status))}"));
        }

        if (status.IsExpertDone)
        {
            parts.Add(Invariant($"evaluated {status.StageCount}/{status.StageCountMax}"));
        }

        return Invariant($"[{elapsed.TotalSeconds,6:F1} s] {string.Join(" | ", parts)}");
    }

    /// <summary>What the expert has reached: "return 21.3, validation 480.0", empty before the first episode.</summary>
    public static string Expert(RunStatus status) =>
        string.Join(", ", (string[])
        [
            .. Measure("return", status.EpisodeReturn),
            .. Measure("validation", status.ExpertValidation),
        ]);

    /// <summary>What the DAgger student has reached.</summary>
    public static string Student(RunStatus status) =>
        string.Join(", ", Measure("validation", status.StudentValidation));

    private static string Suffix(string text) => text.Length > 0 ? $" ({text})" : "";

    private static IEnumerable<string> Measure(string name, double value) =>
        double.IsNaN(value) ? [] : [Invariant($"{name} {value:F1}")];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
