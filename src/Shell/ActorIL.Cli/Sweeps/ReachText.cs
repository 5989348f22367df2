using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ActorIL.Cli.Terminals;
using ActorIL.Reports.Content;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.Sweeps;

/// <summary>Labels to a target, for people and for programs.</summary>
internal static class ReachText
{
    private const string Legend =
        "Expert labels at which the validation of a round first reached it, over seeds; labels used in brackets where\n"
        + "it was not. Who is not validated counts by the evaluation.\n";

    /// <summary>A table for each target; empty where none was asked for.</summary>
    public static string Render(ImmutableArray<SweepReach> reach) =>
        reach.IsEmpty ? "" : string.Concat(reach.Select(Render)) + "\n" + Legend;

    /// <summary>The field labels_to; nothing where none was asked for.</summary>
    public static void Write(Utf8JsonWriter writer, ImmutableArray<SweepReach> reach)
    {
        if (reach.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("labels_to");
        foreach (var (target, students) in reach)
        {
            writer.WriteStartObject();
            writer.WriteString("metric", target.Metric);
            writer.WriteFinite("target", target.Value);
            writer.WriteStartArray("students");
            foreach (var student in students)
            {
                Write(writer, student);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Render(SweepReach reach) =>
        $"\nLabels to {SweepFigures.Text(reach.Target)}\n"
        + TextTable.Render(
            ["student", "median", "range", "seeds"],
            [
                .. reach.Students.Select(static student =>
                    (string[])
                        [
                            student.Stage,
                            student.MedianText,
                            student.RangeText,
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{student.Labels.Length} of {student.SeedCount}"
                            ),
                        ]
                ),
            ]
        );

    private static void Write(Utf8JsonWriter writer, LabelReach student)
    {
        writer.WriteStartObject();
        writer.WriteString("name", student.Stage);
        writer.WriteNumber("seeds", student.SeedCount);
        writer.WriteStartArray("labels");
        foreach (var labels in student.Labels)
        {
            writer.WriteNumberValue(labels);
        }

        writer.WriteEndArray();
        if (student.HasMedian)
        {
            writer.WriteNumber("median", student.Median);
        }
        else
        {
            writer.WriteNull("median");
        }

        writer.WriteNumber("labels_used", student.LabelsMax);
        writer.WriteEndObject();
    }
}
