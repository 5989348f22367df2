using ActorIL.Algorithms.Ppo;
using ActorIL.Algorithms.Rollouts;

namespace ActorIL.Training.Plans;

/// <summary>Where the expert comes from.</summary>
public abstract record ExpertPlan
{
    private ExpertPlan() { }

    public abstract T Match<T>(
        Func<Trained, T> trained,
        Func<Scripted, T> scripted,
        Func<Given, T> given,
        Func<Absent, T> absent
    );

    /// <summary>The training of the expert; null where it is not trained here.</summary>
    public Trained? Training =>
        Match<Trained?>(trained: trained => trained, scripted: _ => null, given: _ => null, absent: _ => null);

    /// <summary>A policy trained from rollouts; the best of its validated checkpoints.</summary>
    /// <param name="Algorithm">How, with the settings of the training.</param>
    /// <param name="BlockCount">Environment blocks the environments are dealt to, a divisor of their count.</param>
    /// <param name="ValidationEpisodes">Episodes of each validation, ≥ 1.</param>
    /// <param name="ValidationIntervalUpdates">Updates between validations, ≥ 1.</param>
    public sealed record Trained(
        IRolloutTraining Algorithm,
        int BlockCount,
        int ValidationEpisodes,
        int ValidationIntervalUpdates
    ) : ExpertPlan
    {
        /// <summary>The settings where the algorithm is PPO, as it always is for generators.</summary>
        /// <exception cref="InvalidOperationException">It is another algorithm.</exception>
        public PpoConfig Ppo
        {
            get =>
                Algorithm as PpoConfig
                ?? throw new InvalidOperationException($"The expert is trained by {Algorithm.AlgorithmName}.");
            init => Algorithm = value;
        }

        /// <summary>
        /// Updates that the policy which collects a rollout is behind, 0 or 1: with 1 a rollout is collected while the
        /// one before it is learnt from.
        /// </summary>
        public int PolicyLag { get; init; }

        public override T Match<T>(
            Func<Trained, T> trained,
            Func<Scripted, T> scripted,
            Func<Given, T> given,
            Func<Absent, T> absent
        ) => trained(this);
    }

    /// <summary>The environment's own controller.</summary>
    public sealed record Scripted : ExpertPlan
    {
        public override T Match<T>(
            Func<Trained, T> trained,
            Func<Scripted, T> scripted,
            Func<Given, T> given,
            Func<Absent, T> absent
        ) => scripted(this);
    }

    /// <summary>A policy that was trained before: <see cref="RunInputs.Expert"/>.</summary>
    public sealed record Given : ExpertPlan
    {
        public override T Match<T>(
            Func<Trained, T> trained,
            Func<Scripted, T> scripted,
            Func<Given, T> given,
            Func<Absent, T> absent
        ) => given(this);
    }

    /// <summary>Nobody: students learn from a data set alone.</summary>
    public sealed record Absent : ExpertPlan
    {
        public override T Match<T>(
            Func<Trained, T> trained,
            Func<Scripted, T> scripted,
            Func<Given, T> given,
            Func<Absent, T> absent
        ) => absent(this);
    }
}
