using System.Globalization;
using ActorIL.Actors.Traces;

namespace ActorIL.Storage.Traces.Differences;

/// <summary>Entries that are no deliveries, in words.</summary>
internal static class EntryText
{
    /// <summary>What either trace says where the other says something else; null for its end.</summary>
    public static (string One, string Other) Pair(TraceEntry? one, TraceEntry? other) =>
        one?.Digests is { } before && other?.Digests is { } after && before.Count == after.Count
            ? (Digests(before, after), Digests(after, before))
            : (Of(one), Of(other));

    private static string Digests(DigestRecord own, DigestRecord other) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"boundary {own.Boundary} {own.Count} after delivery {own.Ordinal}: {DigestRecords.Difference(own, other)}"
        );

    private static string Of(TraceEntry? entry) =>
        entry is null
            ? "nothing more"
            : entry.Match(
                delivered => string.Create(CultureInfo.InvariantCulture, $"delivery {delivered.Record.Ordinal}"),
                digested =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"boundary {digested.Record.Boundary} {digested.Record.Count} "
                            + $"after delivery {digested.Record.Ordinal}"
                    ),
                happened => LifecycleRecords.Text(happened.Record),
                _ => "numbers",
                ended =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the end: {ended.Record.Outcome} after {ended.Record.Deliveries} deliveries, "
                            + $"{ended.Record.DeadLetters} dead letters, digest {ended.Record.Digest}"
                    )
            );
}
