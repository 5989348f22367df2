using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Reports.Rollouts;

/// <summary>An episode of a policy.</summary>
/// <param name="Name">Whose, as the title shows it.</param>
/// <param name="Trajectory">What happened.</param>
/// <param name="StepSeconds">Virtual seconds of a step, above 0.</param>
public sealed record Rollout(string Name, Trajectory Trajectory, double StepSeconds)
{
    /// <summary>Steps after which an episode is cut off.</summary>
    public const int StepCountMax = 10_000;

    /// <summary>An evaluation episode once more: the same for the same policy, seed and index.</summary>
    /// <param name="name">Whose.</param>
    /// <param name="environment">Where.</param>
    /// <param name="policy">Who acts.</param>
    /// <param name="seed">The seed of the evaluation.</param>
    /// <param name="episode">Index of the episode, ≥ 0.</param>
    /// <param name="stepSeconds">Virtual seconds of a step.</param>
    /// <exception cref="EnvironmentFailureException">The environment failed.</exception>
    public static Rollout Record(
        string name,
        EnvironmentModule environment,
        IPolicy policy,
        ulong seed,
        long episode,
        double stepSeconds
    )
    {
        var budget = new EpisodeBudget(episode, EpisodeCount: 1) { StepCountMax = StepCountMax };
        return new(name, EpisodeRunner.Record(environment, policy, budget, new RngKey(seed))[0], stepSeconds);
    }

    /// <summary>Moments that can be shown: before each step, and after the last.</summary>
    public int FrameCount => Trajectory.StepCount + 1;

    /// <summary>What was seen at a moment, shape [observation size].</summary>
    public ReadOnlySpan<float> Observation(int frame) =>
        Trajectory.Observations.AsSpan().Slice(frame * Trajectory.ObservationSize, Trajectory.ObservationSize);

    /// <summary>What was done then, shape [action size]; empty after the last step.</summary>
    public ReadOnlySpan<float> Action(int frame) =>
        frame < Trajectory.StepCount
            ? Trajectory.Actions.AsSpan().Slice(frame * Trajectory.ActionSize, Trajectory.ActionSize)
            : [];
}
