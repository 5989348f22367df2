using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ActorIL.Cli.Terminals;
using ActorIL.Reports.Content;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.Sweeps;

/// <summary>Error growth against the horizon, for people and for programs.</summary>
internal static class GrowthText
{
    private const string Legend =
        "Slopes of log cost against log T, least squares over the horizons, of the mean over seeds; 95% intervals by\n"
        + "the jackknife over seeds. Cost is what a student costs beyond the expert on the same episodes, up to T.\n"
        + "If erring ended: slope were each episode to end with its first mistake, at a cost of 1. Erred: episodes\n"
        + "that cost more than the expert's, up to the last T, at most of a seed.\n";

    /// <summary>A table; empty where nothing was asked for.</summary>
    public static string Render(ImmutableArray<SweepGrowth> growth)
    {
        if (growth.IsEmpty)
        {
            return "";
        }

        string[] header =
        [
            "stage",
            .. growth[0].Costs.Select(static cost => $"T = {Number(cost.X)}"),
            "slope",
            "if erring ended",
            "erred %",
        ];
        var rows = growth.Select(static stage =>
            (string[])
                [
                    stage.Stage,
                    .. stage.Costs.Select(static cost => cost.Y.ToString("G3", CultureInfo.InvariantCulture)),
                    Slope(stage.Cost),
                    Slope(stage.Erred),
                    (100 * stage.ErredAtEnd).ToString("F1", CultureInfo.InvariantCulture),
                ]
        );
        return "\nError growth against the horizon T\n" + TextTable.Render([.. header], [.. rows]) + "\n" + Legend;
    }

    /// <summary>The field error_growth; nothing where nothing was asked for.</summary>
    public static void Write(Utf8JsonWriter writer, ImmutableArray<SweepGrowth> growth)
    {
        if (growth.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("error_growth");
        foreach (var stage in growth)
        {
            writer.WriteStartObject();
            writer.WriteString("name", stage.Stage);
            writer.WriteNumber("seeds", stage.SeedCount);
            writer.WriteNumber("n", stage.EpisodeCount);
            Write(writer, "slope", stage.Cost);
            Write(writer, "erred_slope", stage.Erred);
            writer.WriteFinite("erred_at_most", stage.ErredAtEnd);
            writer.WriteStartArray("horizons");
            foreach (var cost in stage.Costs)
            {
                writer.WriteStartObject();
                writer.WriteFinite("steps", cost.X);
                writer.WriteFinite("excess_cost", cost.Y);
                writer.WriteFinite("ci_low", cost.Low);
                writer.WriteFinite("ci_high", cost.High);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, SlopeFacts slope)
    {
        writer.WriteStartObject(name);
        writer.WriteFinite("value", slope.Slope);
        writer.WriteFinite("ci_low", slope.CiLow);
        writer.WriteFinite("ci_high", slope.CiHigh);
        writer.WriteEndObject();
    }

    private static string Slope(SlopeFacts slope) =>
        double.IsNaN(slope.Slope) ? "-"
        : double.IsNaN(slope.CiLow) ? Two(slope.Slope)
        : $"{Two(slope.Slope)} [{Two(slope.CiLow)}, {Two(slope.CiHigh)}]";

    private static string Two(double value) => value.ToString("F2", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("F0", CultureInfo.InvariantCulture);
}
