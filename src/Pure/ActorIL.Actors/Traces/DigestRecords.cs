using ActorIL.Actors.Hosts;

namespace ActorIL.Actors.Traces;

/// <summary>Makes and compares records of state digests.</summary>
internal static class DigestRecords
{
    /// <summary>The states of all actors after a round.</summary>
    public static DigestRecord Of(in RoundReport report, string boundary, long count) =>
        new(
            boundary,
            count,
            report.Progress.Tick,
            report.Progress.Micro,
            report.Progress.DeliveryCount,
            report.Chain.Value,
            [
                .. report
                    .StateDigests()
                    .Select(actor => new ActorDigestRecord(actor.Id.Value, actor.Path, actor.StateHash)),
            ]
        );

    public static bool AreSame(DigestRecord one, DigestRecord other) =>
        one with { Actors = [] } == other with { Actors = [] }
        && one.Actors.AsSpan().SequenceEqual(other.Actors.AsSpan());

    /// <summary>What one record has that another has not, in words.</summary>
    public static string Difference(DigestRecord one, DigestRecord other)
    {
        var actors = one.Actors.Except(other.Actors).Select(actor => $"{actor.Path} {actor.StateHash:x16}").ToArray();
        return actors.Length > 0 ? string.Join(", ", actors)
            : one.Chain != other.Chain ? $"the same states, chain {one.Chain:x16}"
            : $"{one.Boundary} {one.Count} after delivery {one.Ordinal}, at {one.Tick}.{one.Micro}";
    }
}
