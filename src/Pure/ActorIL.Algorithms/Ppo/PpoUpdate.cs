using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Optimization;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Ppo;

/// <summary>Proximal policy optimisation: one rollout in, the next state out.</summary>
/// <remarks>Source: Schulman et al. 2017, arXiv:1707.06347, algorithm 1.</remarks>
public static class PpoUpdate
{
    private const double FirstDecay = 0.9;
    private const double SecondDecay = 0.999;

    /// <summary>Learns from one rollout.</summary>
    /// <param name="config">Settings.</param>
    /// <param name="networks">Actor and critic.</param>
    /// <param name="state">State to go on from.</param>
    /// <param name="rollout">
    /// T steps of N environments, by the state's own policy; or by another, and then with their log-probabilities.
    /// </param>
    /// <param name="key">Shuffles; the caller has folded its own update counter in.</param>
    /// <param name="forks">Who runs what actor and critic do apart; null for nobody but the caller.</param>
    /// <returns>The next state, and what the update did.</returns>
    public static (PpoState State, PpoMetrics Metrics) Update(
        PpoConfig config,
        PpoNetworks networks,
        PpoState state,
        Rollout rollout,
        RngKey key,
        IForkJoin? forks = null
    )
    {
        using var batch = PpoBatch.Prepare(config, networks, state, rollout, forks ?? OneByOne.Instance);
        using var pass = new PpoPass(config, networks, state, batch, forks ?? OneByOne.Instance);
        for (var epoch = 0; epoch < config.EpochCount && pass.Continues; epoch++)
        {
            pass.RunEpoch(key.Fold((ulong)epoch));
        }

        return (Next(state, pass, rollout), pass.Metrics());
    }

    /// <summary>A setting's value during update <paramref name="updateIndex"/>.</summary>
    /// <param name="value">Its value at the first update.</param>
    /// <param name="schedule">How it changes.</param>
    /// <param name="updateIndex">Zero-based.</param>
    /// <param name="updateCount">Updates of the whole training, ≥ 1.</param>
    public static double Scheduled(double value, Schedule schedule, int updateIndex, int updateCount) =>
        schedule switch
        {
            Schedule.Constant => value,
            Schedule.Linear => value * Math.Max(0, 1 - ((double)updateIndex / updateCount)),
        };

    /// <summary>The state after a pass over a rollout.</summary>
    internal static PpoState Next(PpoState state, PpoPass pass, Rollout rollout) =>
        state with
        {
            Parameters = ParameterBlock.Copy(pass.Parameters),
            FirstMoments = ParameterBlock.Copy(pass.FirstMoments),
            SecondMoments = ParameterBlock.Copy(pass.SecondMoments),
            GradientStepCount = pass.GradientStepCount,
            CriticStepCount = pass.CriticStepCount,
            UpdateCount = state.UpdateCount + 1,
            Statistics = Observe(state.Statistics, rollout),
        };

    internal static AdamSettings Adam(PpoConfig config) => new(FirstDecay, SecondDecay, config.AdamEpsilon);

    private static RunningMoments? Observe(RunningMoments? moments, Rollout rollout) =>
        moments?.Merge(RunningMoments.Of(rollout.Observations.AsSpan(), rollout.ObservationSize));
}
