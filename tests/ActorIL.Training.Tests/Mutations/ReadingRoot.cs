using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Tests.Mutations;

/// <summary>
/// Sends readings to two stages side by side; both send them on to a third, which sends them back here. One of the
/// first two works as it is told; the others only count.
/// </summary>
/// <param name="Culprit">"left" or "right".</param>
/// <param name="Work">What that one does.</param>
internal sealed record ReadingRoot(string Culprit, Func<Reading, Reading> Work) : Behavior<ReadingCount, Reading>
{
    public const string Name = "root";
    private const int StepCount = 12;
    private const int ValueCount = 1_003;
    private static readonly ActorId Id = ActorId.Root(Name);

    public override TypeName BehaviorName => new("test-reading-root", 1);

    public override ReadingCount Init(in Ctx ctx, scoped ref Outbox outbox)
    {
        outbox.Spawn(in ctx, "sink", new ReadingStage(Id, reading => reading with { Text = "done" }));
        foreach (var name in new[] { "left", "right" })
        {
            var work = name == Culprit ? Work : Honest;
            var stage = outbox.Spawn(in ctx, name, new ReadingStage(Id.Child("sink"), work));
            for (var step = 1; step <= StepCount; step++)
            {
                outbox.Tell(stage, new Reading(step, $"reading {name}", [.. Values(step)]), step);
            }
        }

        return default;
    }

    public override ReadingCount Receive(in Ctx ctx, ReadingCount state, Reading message, scoped ref Outbox outbox) =>
        new(state.Count + 1);

    /// <summary>What an honest stage does.</summary>
    public static Reading Honest(Reading reading) =>
        reading with
        {
            Text = FormattableString.Invariant($"{reading.Text} {reading.Values[0]:F2}"),
            Values = reading.Values[..8],
        };

    // Of very different sizes, so that their sum depends on the order.
    private static IEnumerable<float> Values(int step) =>
        Enumerable
            .Range(0, ValueCount)
            .Select(i => (((i * 7919) + step) % 1009) * ((i % 13) + 0.1f) * (i % 2 == 0 ? 1e4f : 1e-3f));
}
