using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Latching;

/// <summary>Runs a policy and asks its expert, in every state it comes to, what he would have done.</summary>
internal static class LatchingEpisodes
{
    // What is kept of an episode until its expert was asked is every observation.
    private const int EpisodesTogether = 32;

    /// <summary>What the detector counts in these episodes, by the usual rule.</summary>
    /// <param name="module">Which environment.</param>
    /// <param name="policy">Who drives.</param>
    /// <param name="expert">Who is asked; a policy without memory.</param>
    /// <param name="budget">Which episodes: those of <see cref="EpisodeRunner.Run"/> under the same key.</param>
    /// <param name="key">The key that episode keys are folded from.</param>
    public static LatchingResults Run(
        EnvironmentModule module,
        IPolicy policy,
        IPolicy expert,
        EpisodeBudget budget,
        RngKey key
    )
    {
        var episodes = ImmutableArray.CreateBuilder<EpisodeLatching>(budget.EpisodeCount);
        for (var first = 0; first < budget.EpisodeCount; first += EpisodesTogether)
        {
            var own = budget with
            {
                FirstEpisode = budget.FirstEpisode + first,
                EpisodeCount = Math.Min(EpisodesTogether, budget.EpisodeCount - first),
            };
            foreach (var episode in EpisodeRunner.Record(module, policy, own, key))
            {
                episodes.Add(Of(expert, module, episode));
            }
        }

        return LatchingResults.Of(episodes.MoveToImmutable());
    }

    private static EpisodeLatching Of(IPolicy expert, EnvironmentModule module, Trajectory episode)
    {
        var count = episode.StepCount;
        var labels = new float[count * episode.ActionSize];
        var workspace = new float[expert.WorkspaceSize(count)];
        expert.Act(
            episode.Observations.AsSpan()[..(count * episode.ObservationSize)],
            count,
            memory: [],
            workspace,
            labels
        );
        return LatchingDetector.Of(LatchingRule.Usual, module.Actions, episode.Actions.AsSpan(), labels);
    }
}
