using System.Globalization;
using System.Text.Json;
using ActorIL.Bench.Measuring;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Benchmarks;

/// <summary>A benchmark's report, for people and for programs.</summary>
internal static class BenchmarkReportView
{
    public static ExitCode Write(Terminal terminal, BenchmarkReport report, bool isJson)
    {
        if (isJson)
        {
            terminal.WriteBenchmark(
                report.Name,
                writer => WriteFigures(writer, report),
                report.PeakGigaflops,
                report.ShareOfPeak,
                report.RepetitionCount
            );
            return ExitCode.Success;
        }

        terminal.Out.Write(
            TextTable.Render(
                ["figure", "median", "least", "most", "unit", "share of peak"],
                [.. report.Figures.Select(Cells)]
            )
        );
        terminal.Out.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nMedians of {report.RepetitionCount} interleaved repetitions. Peak of one core: "
                    + $"{report.PeakGigaflops:F1} GFLOP/s.\n{BenchmarkMachine.Here().Text}\n"
            )
        );
        return ExitCode.Success;
    }

    private static string[] Cells(Figure figure) =>
        [
            figure.Name,
            Number(figure.Median),
            Number(figure.Least),
            Number(figure.Most),
            figure.Unit,
            figure.ShareOfPeak?.ToString("F3", CultureInfo.InvariantCulture) ?? "",
        ];

    private static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 1_000 ? "N0" : "G4", CultureInfo.InvariantCulture);

    private static void WriteFigures(Utf8JsonWriter writer, BenchmarkReport report)
    {
        foreach (var figure in report.Figures)
        {
            writer.WriteStartObject(figure.Name);
            writer.WriteNumber("median", figure.Median);
            writer.WriteNumber("least", figure.Least);
            writer.WriteNumber("most", figure.Most);
            writer.WriteString("unit", figure.Unit);
            BenchmarkJson.WriteShare(writer, "share_of_peak", figure.ShareOfPeak);
            writer.WriteEndObject();
        }
    }
}
