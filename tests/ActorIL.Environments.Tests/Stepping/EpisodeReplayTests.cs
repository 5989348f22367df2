using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests.Stepping;

public class EpisodeReplayTests
{
    private static readonly RngKey Key = RngKey.Root(5);

    public static TheoryData<string> Driven =>
        [
            .. EnvironmentCatalog
                .Shipped.Entries.Where(entry => entry.Controller.Match(_ => true, _ => false))
                .Select(entry => entry.Id),
        ];

    [Theory]
    [MemberData(nameof(Driven))]
    public void A_recorded_episode_happens_again_bit_for_bit(string id)
    {
        var recorded = Record(id, stepCountMax: 1000);
        for (var episode = 0; episode < recorded.Length; episode++)
        {
            Same(recorded[episode], Replay(id, episode, recorded[episode]));
        }
    }

    [Theory]
    [MemberData(nameof(Driven))]
    public void A_cut_episode_happens_again_up_to_its_cut(string id)
    {
        var recorded = Record(id, stepCountMax: 7);
        Assert.All(recorded.Index(), item => Same(item.Item, Replay(id, item.Index, item.Item)));
    }

    [Fact]
    public void An_episode_that_ends_takes_no_further_action()
    {
        var recorded = Record("CartPole-v1", stepCountMax: 1000)[0];
        var longer = EpisodeReplay.Run(
            EnvironmentCatalog.Shipped.Find("CartPole-v1").Require().Module,
            EpisodeKeys.Episode(Key, 0),
            recorded.Actions.AddRange(0, 1, 0)
        );
        Same(recorded, longer);
    }

    private static System.Collections.Immutable.ImmutableArray<Trajectory> Record(string id, int stepCountMax)
    {
        var entry = EnvironmentCatalog.Shipped.Find(id).Require();
        var budget = new EpisodeBudget(0, 3) { StepCountMax = stepCountMax };
        return EpisodeRunner.Record(entry.Module, entry.Controller.Require(), budget, Key);
    }

    private static Trajectory Replay(string id, int episode, Trajectory recorded) =>
        EpisodeReplay.Run(
            EnvironmentCatalog.Shipped.Find(id).Require().Module,
            EpisodeKeys.Episode(Key, episode),
            recorded.Actions
        );

    private static void Same(Trajectory wanted, Trajectory found)
    {
        Assert.Equal(wanted.Observations, found.Observations);
        Assert.Equal(wanted.Rewards, found.Rewards);
        Assert.Equal((wanted.StepCount, wanted.Ending), (found.StepCount, found.Ending));
    }
}
