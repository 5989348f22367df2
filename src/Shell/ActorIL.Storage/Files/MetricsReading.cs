using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Files;

/// <summary>Reads metrics files.</summary>
public static class MetricsReading
{
    private const string Wanted = "a metrics file that a run wrote";

    /// <summary>
    /// The rows in order. A last line without its end, which a killed process may leave, is passed over; any other line
    /// that is no row is an error.
    /// </summary>
    public static Result<ImmutableArray<MetricRow>, Error> Read(string path) =>
        FileEdge.Try(
            path,
            Wanted,
            () =>
            {
                using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                var isTorn = IsTorn(stream);
                using var reader = new StreamReader(stream);
                var rows = ImmutableArray.CreateBuilder<MetricRow>();
                var lineNumber = 1;
                if (reader.ReadLine() != MetricsFile.Header)
                {
                    return Failure(path, lineNumber);
                }

                for (var line = reader.ReadLine(); line is not null; line = reader.ReadLine())
                {
                    lineNumber++;
                    if (isTorn && reader.EndOfStream)
                    {
                        break;
                    }

                    if (Row(line) is not { } row)
                    {
                        return Failure(path, lineNumber);
                    }

                    rows.Add(row);
                }

                return Result.Success<ImmutableArray<MetricRow>, Error>(rows.ToImmutable());
            }
        );

    private static bool IsTorn(FileStream stream)
    {
        if (stream.Length == 0)
        {
            return false;
        }

        stream.Position = stream.Length - 1;
        var isTorn = stream.ReadByte() != '\n';
        stream.Position = 0;
        return isTorn;
    }

    /// <summary>A line of four fields; names of stages and metrics are never quoted.</summary>
    private static MetricRow? Row(string line) =>
        line.Split(',') is [var stage, var stepText, var name, var valueText]
        && long.TryParse(stepText, NumberStyles.None, CultureInfo.InvariantCulture, out var step)
        && double.TryParse(valueText, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new(stage, step, name, value)
            : null;

    private static Result<ImmutableArray<MetricRow>, Error> Failure(string path, int lineNumber) =>
        Result.Failure<ImmutableArray<MetricRow>, Error>(
            new(
                string.Create(CultureInfo.InvariantCulture, $"{path}:{lineNumber}"),
                "a line that is no row",
                Wanted,
                "Restore the file."
            )
        );
}
