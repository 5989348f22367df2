using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ActorIL.Actors.Traces;
using ActorIL.Bench.Measuring;
using ActorIL.Bench.Traces;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Benchmarks;

/// <summary>The trace benchmark, for people and for programs.</summary>
internal static class TraceBenchmarkView
{
    public static ExitCode Write(Terminal terminal, ImmutableArray<TraceRow> rows, MeasuringPlan plan, bool isJson)
    {
        if (isJson)
        {
            terminal.WriteBenchmark(
                "trace",
                writer => WriteFigures(writer, rows),
                MachinePeak.Gigaflops(plan),
                shareOfPeak: null,
                plan.RepetitionCount
            );
            return ExitCode.Success;
        }

        terminal.Out.Write(
            TextTable.Render(
                ["level", "steps/s", "share of off", "least", "most", "cost %", "bytes/step", "stalls"],
                [.. rows.Select(Cells)]
            )
        );
        terminal.Out.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nMedians of {plan.RepetitionCount} interleaved pairs with trace.level=off, on "
                    + $"{BenchmarkMachine.Here().Text}.\n"
            )
        );
        return ExitCode.Success;
    }

    private static string[] Cells(TraceRow row) =>
        [
            TraceLevels.NameOf(row.Level),
            row.StepsPerSecond.ToString("N0", CultureInfo.InvariantCulture),
            Share(row.ShareOfOff),
            Share(row.ShareLeast),
            Share(row.ShareMost),
            row.CostPercent.ToString("F1", CultureInfo.InvariantCulture),
            row.BytesPerStep.ToString("F2", CultureInfo.InvariantCulture),
            row.StallCount.ToString(CultureInfo.InvariantCulture),
        ];

    private static string Share(double share) => share.ToString("F3", CultureInfo.InvariantCulture);

    private static void WriteFigures(Utf8JsonWriter writer, ImmutableArray<TraceRow> rows)
    {
        foreach (var row in rows)
        {
            writer.WriteStartObject(TraceLevels.NameOf(row.Level));
            writer.WriteNumber("steps_per_second", row.StepsPerSecond);
            writer.WriteNumber("share_of_off", row.ShareOfOff);
            writer.WriteNumber("share_least", row.ShareLeast);
            writer.WriteNumber("share_most", row.ShareMost);
            writer.WriteNumber("cost_percent", row.CostPercent);
            writer.WriteNumber("bytes_per_step", row.BytesPerStep);
            writer.WriteNumber("stalls", row.StallCount);
            writer.WriteEndObject();
        }
    }
}
