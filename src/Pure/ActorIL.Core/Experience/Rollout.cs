using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Core.Experience;

/// <summary>
/// T steps of N environments under one policy: what PPO learns from. Time is the outer axis: element [t, n] stands at
/// t × N + n.
/// </summary>
public sealed record Rollout : IFields<Rollout>
{
    /// <param name="environmentCount">N, ≥ 1.</param>
    /// <param name="observationSize">Floats an observation, ≥ 1.</param>
    /// <param name="actionSize">Floats an action, ≥ 1.</param>
    /// <param name="observations">Shape [T, N, observationSize]: what was seen when choosing the action.</param>
    /// <param name="actions">Shape [T, N, actionSize]: as sampled, before any clipping to the space.</param>
    /// <param name="rewards">Shape [T, N].</param>
    /// <param name="endings">Shape [T, N], as <see cref="Ending"/>.</param>
    /// <param name="finalObservations">
    /// Shape [K, observationSize]: for each truncated step, in order of t then n, the observation it led to.
    /// </param>
    /// <param name="lastObservations">Shape [N, observationSize]: what the next rollout starts from.</param>
    /// <exception cref="ArgumentException">
    /// The shapes disagree, and the message shows both numbers; or no such ending.
    /// </exception>
    public Rollout(
        int environmentCount,
        int observationSize,
        int actionSize,
        ImmutableArray<float> observations,
        ImmutableArray<float> actions,
        ImmutableArray<float> rewards,
        ImmutableArray<byte> endings,
        ImmutableArray<float> finalObservations,
        ImmutableArray<float> lastObservations
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(environmentCount);
        Shape.RequireSize("observation", observationSize);
        Shape.RequireSize("action", actionSize);
        Shape.Require("rewards", rewards.Length, rewards.Length / environmentCount, environmentCount);
        Shape.Require("observations", observations.Length, rewards.Length, observationSize);
        Shape.Require("actions", actions.Length, rewards.Length, actionSize);
        Shape.Require("endings", endings.Length, rewards.Length, 1);
        var truncatedCount = 0;
        foreach (var ending in endings)
        {
            Shape.RequireEnding((Ending)ending);
            truncatedCount += ending == (byte)Ending.Truncated ? 1 : 0;
        }

        Shape.Require("final observations", finalObservations.Length, truncatedCount, observationSize);
        Shape.Require("last observations", lastObservations.Length, environmentCount, observationSize);
        (EnvironmentCount, ObservationSize, ActionSize) = (environmentCount, observationSize, actionSize);
        (Observations, Actions, Rewards, Endings) = (observations, actions, rewards, endings);
        (FinalObservations, LastObservations) = (finalObservations, lastObservations);
    }

    public static TypeName Name => new("rollout", 1);

    public static ImmutableArray<int> Recomputed => [4, 8, 9, 10];

    public int EnvironmentCount { get; }

    public int ObservationSize { get; }

    public int ActionSize { get; }

    public ImmutableArray<float> Observations { get; }

    public ImmutableArray<float> Actions { get; }

    public ImmutableArray<float> Rewards { get; }

    public ImmutableArray<byte> Endings { get; }

    public ImmutableArray<float> FinalObservations { get; }

    public ImmutableArray<float> LastObservations { get; }

    /// <summary>
    /// Log-probabilities of the actions under the policy that took them, shape [T, N], in nats; or empty, where the
    /// learner knows that policy.
    /// </summary>
    public ImmutableArray<float> LogProbabilities { get; private init; } = [];

    /// <summary>T.</summary>
    public int StepCount => Rewards.Length / EnvironmentCount;

    /// <summary>T × N.</summary>
    public int Count => Rewards.Length;

    /// <summary>The same steps with other rewards, shape [T, N].</summary>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    public Rollout WithRewards(ImmutableArray<float> rewards) =>
        new(
            EnvironmentCount,
            ObservationSize,
            ActionSize,
            Observations,
            Actions,
            rewards,
            Endings,
            FinalObservations,
            LastObservations
        )
        {
            LogProbabilities = LogProbabilities,
        };

    /// <summary>The same steps with the log-probabilities of their actions, shape [T, N], or empty.</summary>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    public Rollout WithLogProbabilities(ImmutableArray<float> logProbabilities)
    {
        Shape.Require("log-probabilities", logProbabilities.Length, logProbabilities.IsEmpty ? 0 : Count, columns: 1);
        return this with { LogProbabilities = logProbabilities };
    }

    public static Rollout Fields<TVisitor>(scoped ref TVisitor visitor, Rollout? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var environmentCount = value?.EnvironmentCount ?? 0;
        var observationSize = value?.ObservationSize ?? 0;
        var actionSize = value?.ActionSize ?? 0;
        var observations = value?.Observations ?? [];
        var actions = value?.Actions ?? [];
        var rewards = value?.Rewards ?? [];
        var endings = value?.Endings ?? [];
        var finalObservations = value?.FinalObservations ?? [];
        var lastObservations = value?.LastObservations ?? [];
        visitor.Field(1, "environment_count", ref environmentCount);
        visitor.Field(2, "observation_size", ref observationSize);
        visitor.Field(3, "action_size", ref actionSize);
        visitor.Field(4, "observations", ref observations);
        visitor.Field(5, "actions", ref actions);
        visitor.Field(6, "rewards", ref rewards);
        visitor.Field(7, "endings", ref endings);
        visitor.Field(8, "final_observations", ref finalObservations);
        visitor.Field(9, "last_observations", ref lastObservations);
        var logProbabilities = value?.LogProbabilities ?? [];
        visitor.Field(10, "log_probabilities", ref logProbabilities);
        return TVisitor.Rebuilds
            ? new Rollout(
                environmentCount,
                observationSize,
                actionSize,
                observations,
                actions,
                rewards,
                endings,
                finalObservations,
                lastObservations
            ).WithLogProbabilities(logProbabilities)
            : value!;
    }
}
