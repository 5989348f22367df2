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
        "Expert labels at which the validation of a round first reached the target: median; range over seeds; seeds\n"
        + "that reached it. Labels used in brackets. Who is not validated counts by the evaluation.\n";

    /// <summary>One table for all targets; empty where none was asked for.</summary>
    public static string Render(ImmutableArray<ReachFacts> reaches) =>
        reaches.IsEmpty
            ? ""
            : "\nExpert labels needed\n"
                + TextTable.Render(
                    [.. ReachFacts.Header(reaches)],
                    [.. ReachFacts.Rows(reaches).Select(static row => row.ToArray())]
                )
                + "\n"
                + Legend;

    /// <summary>The field labels_to; nothing where none was asked for.</summary>
    public static void Write(Utf8JsonWriter writer, ImmutableArray<ReachFacts> reach)
    {
        if (reach.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("labels_to");
        foreach (var (environment, target, students) in reach)
        {
            writer.WriteStartObject();
            writer.WriteString("environment", environment);
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
