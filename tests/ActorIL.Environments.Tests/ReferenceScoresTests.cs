using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests;

/// <summary>
/// Scores that others published or that were simulated elsewhere, with the mean within four standard errors of ours
/// and theirs together.
/// </summary>
public sealed class ReferenceScoresTests
{
    private const int EpisodeCount = 400;

    [Theory]
    [InlineData("CartPole-v1", 22.10, 0.26)]
    [InlineData("Pendulum-v1", -1227, 9.2)]
    public void Random_actions_score_as_published(string id, double published, double publishedError)
    {
        var environments = VectorEnvironment.Start(Module(id), EpisodeCount, RngKey.Root(11));
        var returns = new SortedDictionary<int, double>();
        for (var step = 0; returns.Count < EpisodeCount; step++)
        {
            var actions = Batch.SampleActions(environments, RngKey.Root(12).Fold((ulong)step));
            foreach (var episode in Batch.Step(environments, actions).Finished)
            {
                // The first episode of each environment, whichever ends first.
                returns.TryAdd(episode.EnvironmentIndex, episode.Return);
            }
        }

        AssertMean(published, publishedError, [.. returns.Values]);
    }

    [Fact]
    public void Doing_nothing_on_the_pendulum_scores_as_published() =>
        AssertMean(-1210, 11.5, Returns("Pendulum-v1", _ => 0f));

    [Fact]
    public void Pushing_where_the_pole_leans_scores_as_published() =>
        AssertMean(41.7, 0.5, Returns("CartPole-v1", state => state[2] > 0 ? 1f : 0f));

    [Fact]
    public void Pushing_where_the_pole_leans_and_falls_scores_as_published() =>
        AssertMean(483, 3, Returns("CartPole-v1", state => state[2] + state[3] > 0 ? 1f : 0f));

    [Fact]
    public void The_controller_balances_the_pole_to_the_end_of_every_episode() =>
        Assert.All(Returns("CartPole-v1"), total => Assert.Equal(500.0, total));

    [Fact]
    public void The_controller_swings_the_pendulum_up_as_well_as_published() =>
        AssertMean(-146.9, 2.9, Returns("Pendulum-v1"));

    private static EnvironmentModule Module(string id) => EnvironmentCatalog.Shipped.Find(id).Require().Module;

    private static double[] Returns(string id, Func<float[], float> rule) =>
        Returns(id, new RulePolicy(Module(id), rule));

    private static double[] Returns(string id) =>
        Returns(id, EnvironmentCatalog.Shipped.Find(id).Require().Controller.Require());

    private static double[] Returns(string id, IPolicy policy) =>
        [.. EpisodeRunner.Run(Module(id), policy, new(FirstEpisode: 0, EpisodeCount), RngKey.Root(13)).Returns];

    private static void AssertMean(double published, double publishedError, double[] returns)
    {
        var mean = returns.Average();
        var variance = returns.Sum(total => (total - mean) * (total - mean)) / (returns.Length - 1);
        var error = Math.Sqrt((variance / returns.Length) + (publishedError * publishedError));
        Assert.True(
            Math.Abs(mean - published) <= 4 * error,
            Invariant($"Mean {mean:f2} over {returns.Length} episodes; published {published}, error {error:f2}."));
    }
}
