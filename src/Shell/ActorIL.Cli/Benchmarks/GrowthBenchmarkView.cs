using System.Globalization;
using System.Text.Json;
using ActorIL.Bench.Growth;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Benchmarks;

/// <summary>The growth benchmark, for people and for programs.</summary>
internal static class GrowthBenchmarkView
{
    public static ExitCode Write(Terminal terminal, GrowthReport report, bool isJson)
    {
        if (isJson)
        {
            terminal.WriteBenchmark(
                "growth",
                writer => WriteFigures(writer, report),
                report.PeakGigaflops,
                report.Rows[0].ShareOfPeak,
                report.RepetitionCount
            );
            return ExitCode.Success;
        }

        terminal.Out.Write(
            TextTable.Render(
                ["growing", "environments", "width", "workers", "steps", "steps/s", "of peak", "peak MiB", "heap MiB"],
                [.. report.Rows.Select(Cells)]
            )
        );
        terminal.Out.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nMedians of {report.RepetitionCount} interleaved runs; run length: parts of one run. Peak of one "
                    + $"core: {report.PeakGigaflops:F1} GFLOP/s.\n{BenchmarkMachine.Here().Text}\n"
            )
        );
        return ExitCode.Success;
    }

    private static string[] Cells(GrowthRow row) =>
        [
            NameOf(row.Point.Dimension).Replace('_', ' '),
            Whole(row.Point.EnvironmentCount),
            Whole(row.Point.Width),
            Whole(row.Point.WorkerCount),
            Whole(row.Point.StepCount),
            Whole(row.StepsPerSecond),
            row.ShareOfPeak.ToString("F3", CultureInfo.InvariantCulture),
            row.PeakMebibytes.ToString("F1", CultureInfo.InvariantCulture),
            row.HeapMebibytes.ToString("F1", CultureInfo.InvariantCulture),
        ];

    private static string Whole(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string NameOf(GrowthDimension dimension) =>
        dimension switch
        {
            GrowthDimension.Environments => "environments",
            GrowthDimension.Width => "width",
            GrowthDimension.RunLength => "run_length",
        };

    private static void WriteFigures(Utf8JsonWriter writer, GrowthReport report)
    {
        foreach (var row in report.Rows)
        {
            writer.WriteStartObject(row.Point.Name);
            writer.WriteString("dimension", NameOf(row.Point.Dimension));
            writer.WriteNumber("environments", row.Point.EnvironmentCount);
            writer.WriteNumber("width", row.Point.Width);
            writer.WriteNumber("workers", row.Point.WorkerCount);
            writer.WriteNumber("environment_steps", row.Point.StepCount);
            writer.WriteNumber("steps_per_second", row.StepsPerSecond);
            writer.WriteNumber("least", row.Least);
            writer.WriteNumber("most", row.Most);
            writer.WriteNumber("share_of_peak", row.ShareOfPeak);
            writer.WriteNumber("peak_mebibytes", row.PeakMebibytes);
            writer.WriteNumber("heap_mebibytes", row.HeapMebibytes);
            writer.WriteEndObject();
        }
    }
}
