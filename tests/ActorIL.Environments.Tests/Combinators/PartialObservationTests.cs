using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Checks;
using ActorIL.Environments.Combinators;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests.Combinators;

public sealed class PartialObservationTests
{
    private static ObservationView ViewOf(string id) =>
        new([Find(id).Observations.Size - 1, 0], PreviousAction: true, FrameCount: 3);

    public static TheoryData<string> Shipped => [.. EnvironmentCatalog.Shipped.Entries.Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_shipped_environment_passes_the_conformance_kit_in_part(string id)
    {
        var report = Conformance.Check(Seen(id));
        Assert.True(report.Passed, report.ToString());
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void It_steps_as_the_whole_one_does_and_shows_what_the_view_shows_of_it(string id)
    {
        var view = ViewOf(id);
        var whole = VectorEnvironment.Start(Find(id), count: 4, RngKey.Root(1));
        var seen = VectorEnvironment.Start(Seen(id), count: 4, RngKey.Root(1));
        var (size, actionSize) = (whole.ObservationSize, whole.ActionSize);
        var memories = Enumerable.Range(0, 4).Select(_ => new float[view.MemorySize(size, actionSize)]).ToArray();
        for (var step = 0; step < 60; step++)
        {
            var observations = Batch.Observe(whole);
            var features = new float[view.FeatureCount(size, actionSize)];
            var actions = Batch.SampleActions(whole, RngKey.Root(2).Fold((ulong)step));
            for (var i = 0; i < 4; i++)
            {
                view.See(observations.AsSpan(i * size, size), actionSize, memories[i], features);
                view.Remember(actions.AsSpan(i * actionSize, actionSize), memories[i]);
                Assert.Equal(features, Batch.Observe(seen).AsSpan(i * features.Length, features.Length).ToArray());
            }

            var (one, other) = (Batch.Step(whole, actions), Batch.Step(seen, actions));
            Assert.Equal(one.Rewards, other.Rewards);
            Assert.Equal(one.Endings, other.Endings);
            foreach (var finished in whole.Finished)
            {
                Array.Clear(memories[finished.EnvironmentIndex]);
            }
        }
    }

    [Fact]
    public void A_view_of_what_is_not_there_is_refused() =>
        Assert.Contains(
            "component 9",
            PartialObservations
                .Of(Find("CartPole-v1"), "Part-v0", ObservationView.Full with { Components = [9] })
                .Match(_ => "accepted", error => error.ToString()),
            StringComparison.Ordinal
        );

    private static EnvironmentModule Find(string id) => EnvironmentCatalog.Shipped.Find(id).Require().Module;

    private static EnvironmentModule Seen(string id) =>
        PartialObservations.Of(Find(id), id + "-part", ViewOf(id)).Require();
}
