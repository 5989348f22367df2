using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Deliveries of one type of message as a table.</summary>
internal static class CsvExport
{
    // Types that an error names.
    private const int ShownCountMax = 4;

    private static readonly ImmutableArray<string> Headings =
    [
        "ordinal",
        "tick",
        "micro",
        "from",
        "to",
        "cause",
        "hash",
    ];

    /// <summary>The one message that a filter takes; none or several are an error.</summary>
    public static Result<TraceEntry.Delivered, Error> Single(TraceReader trace, DeliveryFilter filter)
    {
        var first = new SortedDictionary<string, TraceEntry.Delivered>(StringComparer.Ordinal);
        foreach (var delivered in new TraceScan(trace).Deliveries().Where(filter.Takes))
        {
            first.TryAdd(delivered.Channel.MessageOf(delivered.Record), delivered);
        }

        return first.Count == 1
            ? Result.Success<TraceEntry.Delivered, Error>(first.Values.First())
            : Result.Failure<TraceEntry.Delivered, Error>(
                new(
                    trace.Path,
                    first.Count == 0
                        ? "no delivery that fits the filter"
                        : $"{first.Count} types of message: {Some(first.Keys)}",
                    "one type of message, which gives the columns",
                    "Choose one with --message, or export ndjson."
                )
            );
    }

    private static string Some(SortedDictionary<string, TraceEntry.Delivered>.KeyCollection names) =>
        string.Join(", ", names.Take(ShownCountMax)) + (names.Count > ShownCountMax ? ", ..." : "");

    /// <summary>Writes the table; returns its lines without the first.</summary>
    public static long Write(
        TextWriter output,
        TraceEntry.Delivered first,
        IEnumerable<TraceEntry.Delivered> deliveries
    )
    {
        var columns = CsvColumns.Of(first.Channel.Payload, first.Record.Case);
        var line = new StringBuilder();
        Csv.AppendLine(line, [.. Headings, .. columns]);
        output.Write(line);
        var count = 0L;
        foreach (var delivered in deliveries)
        {
            line.Clear();
            Csv.AppendLine(line, [.. Heading(delivered), .. Cells(delivered, columns)]);
            output.Write(line);
            count++;
        }

        return count;
    }

    private static IEnumerable<string> Heading(TraceEntry.Delivered delivered)
    {
        var record = delivered.Record;
        return
        [
            Number(record.Ordinal),
            Number(record.Tick),
            Number(record.Micro),
            record.FromPath,
            record.ToPath,
            Number(record.Cause),
            record.PayloadHash.ToString("x16", CultureInfo.InvariantCulture),
        ];
    }

    private static IEnumerable<string> Cells(TraceEntry.Delivered delivered, ImmutableArray<string> columns)
    {
        var node = delivered.Record.Payload.IsEmpty
            ? null
            : FieldTree
                .Read(delivered.Record.Payload.AsSpan(), delivered.Channel.Payload)
                .Match<FieldNode?>(found => found, _ => null);
        return columns.Select(column => node is null ? "" : CsvColumns.Cell(node, column));
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
