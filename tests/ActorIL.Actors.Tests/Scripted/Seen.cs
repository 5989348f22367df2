using ActorIL.Actors.Hosts;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>What a run has shown up to some point, as text to compare.</summary>
internal sealed record Seen(
    string Chain,
    long DeadLetterCount,
    RunProgress Progress,
    IReadOnlyList<string> Deliveries,
    IReadOnlyList<LifecycleEvent> Events,
    IReadOnlyList<ObservedNote> Notes
)
{
    public static Seen Of(IActorHost host, Recorder recorder) =>
        new(
            host.Chain.ToString(),
            host.DeadLetterCount,
            host.Progress,
            [.. recorder.Deliveries.Select(Line)],
            [.. recorder.Events],
            [.. recorder.Notes]
        );

    /// <summary>Where a run that went on from a boundary differs from the one that never stopped.</summary>
    public static void AssertContinues(Seen whole, Seen before, Seen after)
    {
        Assert.Equal(whole.Deliveries.Skip(before.Deliveries.Count), after.Deliveries);
        Assert.Equal(whole.Events.Skip(before.Events.Count), after.Events);
        Assert.Equal(whole.Notes.Skip(before.Notes.Count), after.Notes);
        Assert.Equal(
            (whole.Chain, whole.DeadLetterCount, whole.Progress),
            (after.Chain, after.DeadLetterCount, after.Progress)
        );
    }

    private static string Line(Delivery delivery) =>
        FormattableString.Invariant(
            $"{delivery.Ordinal} {delivery.Key} as {delivery.SentAs} by {delivery.Cause}: {delivery.EntryHash:x16}"
        );
}
