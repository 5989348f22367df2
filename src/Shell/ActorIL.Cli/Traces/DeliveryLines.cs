using System.Globalization;
using ActorIL.Actors.Traces;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Entries of a trace, each as one line.</summary>
internal static class DeliveryLines
{
    /// <summary>The names of the columns of a delivery.</summary>
    public static string Header { get; } = Line("delivery", "round", "message", "bytes", "hash", "from -> to");

    public static string Of(TraceEntry.Delivered delivered)
    {
        var record = delivered.Record;
        return Line(
            record.Ordinal.ToString(CultureInfo.InvariantCulture),
            Round(record.Tick, record.Micro),
            delivered.Channel.MessageOf(record),
            record.Payload.Length.ToString(CultureInfo.InvariantCulture),
            record.PayloadHash.ToString("x16", CultureInfo.InvariantCulture),
            $"{NameOf(record.FromPath)} -> {record.ToPath}"
        );
    }

    public static string Of(TraceEntry.Digested digested)
    {
        var (name, count, tick, micro, ordinal, chain, _) = digested.Record;
        return Mark(tick, micro, $"boundary {name}, number {count} after delivery {ordinal}, chain {chain:x16}");
    }

    public static string Of(TraceEntry.Happened happened)
    {
        var record = happened.Record;
        var detail = record.Detail.Length == 0 || record.Detail == record.Path ? "" : $": {record.Detail}";
        return Mark(record.Tick, record.Micro, $"{record.Kind} {record.Path}{detail}");
    }

    public static string Of(EndingRecord ending) =>
        $"{"", 9}{ending.Outcome}, digest {ending.Digest}, result digest {ending.ResultDigest}\n";

    /// <summary>Who sent it, where the kernel itself has no path.</summary>
    public static string NameOf(string fromPath) => fromPath.Length == 0 ? "(kernel)" : fromPath;

    /// <summary>As in 17.3.</summary>
    public static string Round(long tick, int micro) => string.Create(CultureInfo.InvariantCulture, $"{tick}.{micro}");

    private static string Mark(long tick, int micro, FormattableString text) =>
        $"{"", 9} {Round(tick, micro), -10} -- {text.ToString(CultureInfo.InvariantCulture)}\n";

    private static string Line(string ordinal, string round, string message, string size, string hash, string ends) =>
        $"{ordinal, 9} {round, -10} {message, -34} {size, 8} {hash, -16} {ends}\n";
}
