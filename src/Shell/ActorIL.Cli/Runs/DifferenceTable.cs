using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ActorIL.Cli.Terminals;
using ActorIL.Training.Reports;

namespace ActorIL.Cli.Runs;

/// <summary>The stages of a run against the one they are compared with.</summary>
internal static class DifferenceTable
{
    private static readonly ImmutableArray<string> Header = ["stage", "difference", "95% interval", "n"];

    /// <summary>Nothing where none of them is compared.</summary>
    public static void Append(StringBuilder text, ImmutableArray<StageReport> stages)
    {
        var differences = stages.Where(static stage => stage.Difference is not null).ToImmutableArray();
        if (differences.IsEmpty)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"Against {differences[0].Difference!.Reference}\n");
        text.Append("Returns of the same n episodes, those of the other subtracted; above 0 is better.\n");
        text.Append(TextTable.Render(Header, [.. differences.Select(Cells)])).Append('\n');
    }

    private static string[] Cells(StageReport stage)
    {
        var difference = stage.Difference!;
        return
        [
            stage.Stage,
            Text(difference.Mean),
            $"[{Text(difference.CiLow)}, {Text(difference.CiHigh)}]",
            difference.Count.ToString(CultureInfo.InvariantCulture),
        ];
    }

    internal static string Text(double value) => value.ToString("F3", CultureInfo.InvariantCulture);
}
