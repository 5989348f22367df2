using System.Globalization;
using System.Text;
using ActorIL.Actors.Traces;
using ActorIL.Cli.Terminals;
using ActorIL.Storage.Traces;
using ActorIL.Storage.Traces.Differences;

namespace ActorIL.Cli.Traces;

/// <summary>A difference between two traces as people read it.</summary>
internal static class DiffText
{
    private const int FieldCountMax = 20;

    public static string Render(DiffReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"A {report.Request.One}\nB {report.Request.Other}\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"compared at level {TraceLevels.NameOf(report.Found.Level)}, {View(report.Request.Tolerance)}\n"
        );
        Append(text, "configuration", report.Configuration);
        Append(text, "manifest", report.Manifest);
        AppendFirst(text, report.Found);
        AppendCounts(text, report.Found);
        return text.Append(
                report.Found.IsSame
                    ? "\nsame\n"
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"\ndifferent; the same up to delivery {report.Found.SameUntil}\n"
                    )
            )
            .ToString();
    }

    private static string View(double? tolerance) =>
        tolerance is { } allowed
            ? string.Create(CultureInfo.InvariantCulture, $"numbers within {allowed:R} absolute and relative")
            : "every bit";

    private static void Append(StringBuilder text, string title, IReadOnlyCollection<NamedDifference> differences)
    {
        if (differences.Count == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{title}: the same\n");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{title}:\n");
        foreach (var difference in differences)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {difference.Name}: A {difference.One ?? "nothing"}, B {difference.Other ?? "nothing"}\n"
            );
        }
    }

    private static void AppendFirst(StringBuilder text, TraceDifference found)
    {
        if (found.Otherwise != ("", ""))
        {
            text.Append(CultureInfo.InvariantCulture, $"first difference beside deliveries:\n");
            text.Append(CultureInfo.InvariantCulture, $"  A {found.Otherwise.One}\n");
            text.Append(CultureInfo.InvariantCulture, $"  B {found.Otherwise.Other}\n");
        }

        if (found.Delivery is not { } first)
        {
            return;
        }

        var either = (first.One ?? first.Other)!;
        text.Append(
            CultureInfo.InvariantCulture,
            $"first differing delivery: {DivergenceNames.Of(first.Class)}, {either.Channel.MessageOf(either.Record)}, "
        );
        text.Append(CultureInfo.InvariantCulture, $"{either.Record.FromPath} -> {either.Record.ToPath}\n");
        text.Append(CultureInfo.InvariantCulture, $"  A {Side(first.One)}\n  B {Side(first.Other)}\n");
        AppendFields(text, first);
    }

    private static void AppendFields(StringBuilder text, FirstDifference first)
    {
        if (first.Fields.IsDefault)
        {
            return;
        }

        foreach (var field in first.Fields.Take(FieldCountMax))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"    {field.Path}: A {LeafText.Of(field.One) ?? "nothing"}, B {LeafText.Of(field.Other) ?? "nothing"}"
            );
            text.Append(field.Ulps is { } ulps ? string.Create(CultureInfo.InvariantCulture, $", {ulps} ulp\n") : "\n");
        }

        if (first.Fields.Length > FieldCountMax)
        {
            text.Append(CultureInfo.InvariantCulture, $"    and {first.Fields.Length - FieldCountMax} more fields\n");
        }
    }

    private static string Side(TraceEntry.Delivered? delivered) =>
        delivered is null
            ? "does not have it"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"delivery {delivered.Record.Ordinal}, key {delivered.Record.Key}, cause {delivered.Record.Cause}, "
                    + $"hash {delivered.Record.PayloadHash:x16}"
            );

    private static void AppendCounts(StringBuilder text, TraceDifference found)
    {
        if (found.Messages.IsEmpty)
        {
            text.Append("deliveries: none recorded at this level\n");
            return;
        }

        string[] header = ["message", "same", "changed", "other time", "only A", "only B"];
        var rows = found.Messages.Append(("all", found.Total)).Select(row => Row(row.Item1, row.Item2)).ToArray();
        text.Append(TextTable.Render(header, rows));
    }

    private static string[] Row(string name, DeliveryCounts counts) =>
        [
            name,
            Text(counts.SameCount),
            Text(counts.ChangedCount),
            Text(counts.RetimedCount),
            Text(counts.OnlyFirstCount),
            Text(counts.OnlySecondCount),
        ];

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);
}
