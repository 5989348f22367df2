using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Stepping;

/// <summary>
/// Where the randomness of an episode comes from: its place in the run and nothing else, so that batching, restarts
/// and the order of arrival shift no stream.
/// </summary>
public static class EpisodeKeys
{
    private const ulong StepPurpose = 0x5374657073;

    /// <summary>The key that an episode of a training environment starts from.</summary>
    /// <param name="key">The key of the whole stage.</param>
    /// <param name="environmentIndex">Counted over all blocks, ≥ 0.</param>
    /// <param name="episodeIndex">Counted within the environment, ≥ 0.</param>
    public static RngKey Episode(RngKey key, int environmentIndex, long episodeIndex) =>
        Episode(Environment(key, environmentIndex), episodeIndex);

    /// <summary>What the keys of all episodes of a training environment are folded from.</summary>
    /// <param name="key">The key of the whole stage.</param>
    /// <param name="environmentIndex">Counted over all blocks, ≥ 0.</param>
    public static RngKey Environment(RngKey key, int environmentIndex) => key.Fold((ulong)environmentIndex);

    /// <summary>The key that an evaluation episode starts from, or an episode of one training environment.</summary>
    public static RngKey Episode(RngKey key, long episodeIndex) => key.Fold((ulong)episodeIndex);

    /// <summary>
    /// The parent of the episode's step keys, apart from anything its reset folds from the episode's own key.
    /// </summary>
    public static RngKey Steps(RngKey episodeKey) => episodeKey.Fold(StepPurpose);

    /// <summary>The parents of the step keys of many episodes.</summary>
    /// <param name="episodeKeys">Shape [n].</param>
    /// <param name="stepsKeys">Written, shape [n].</param>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    public static void Steps(ReadOnlySpan<RngKey> episodeKeys, Span<RngKey> stepsKeys) =>
        RngKeys.Fold(episodeKeys, StepPurpose, stepsKeys);

    /// <summary>The key of one step.</summary>
    /// <param name="stepsKey">What <see cref="Steps(RngKey)"/> gave.</param>
    /// <param name="stepIndex">Counted within the episode, ≥ 0.</param>
    public static RngKey Step(RngKey stepsKey, int stepIndex) => stepsKey.Fold((ulong)stepIndex);
}
