using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Core.Experience;

/// <summary>One episode, or the part of one that was recorded, of a single environment.</summary>
public sealed record Trajectory : IFields<Trajectory>
{
    /// <param name="observationSize">Floats an observation, ≥ 1.</param>
    /// <param name="actionSize">Floats an action, ≥ 1.</param>
    /// <param name="observations">
    /// Shape [T + 1, observationSize]; row t is what was seen when choosing action t, row T the final one.
    /// </param>
    /// <param name="actions">Shape [T, actionSize].</param>
    /// <param name="rewards">Shape [T]; reward t follows action t.</param>
    /// <param name="ending">How step T − 1 ended the episode; None for a part cut off by a limit on recording.</param>
    /// <exception cref="ArgumentException">
    /// The shapes disagree, and the message shows both numbers; or no such ending.
    /// </exception>
    public Trajectory(
        int observationSize,
        int actionSize,
        ImmutableArray<float> observations,
        ImmutableArray<float> actions,
        ImmutableArray<double> rewards,
        Ending ending
    )
    {
        Shape.RequireSize("observation", observationSize);
        Shape.RequireSize("action", actionSize);
        Shape.RequireEnding(ending);
        Shape.Require("observations", observations.Length, rewards.Length + 1, observationSize);
        Shape.Require("actions", actions.Length, rewards.Length, actionSize);
        (ObservationSize, ActionSize, Observations, Actions, Rewards, Ending) = (
            observationSize,
            actionSize,
            observations,
            actions,
            rewards,
            ending
        );
    }

    public static TypeName Name => new("trajectory", 1);

    public static ImmutableArray<int> Recomputed => [3];

    public int ObservationSize { get; }

    public int ActionSize { get; }

    /// <summary>Shape [T + 1, <see cref="ObservationSize"/>].</summary>
    public ImmutableArray<float> Observations { get; }

    /// <summary>Shape [T, <see cref="ActionSize"/>].</summary>
    public ImmutableArray<float> Actions { get; }

    /// <summary>Shape [T].</summary>
    public ImmutableArray<double> Rewards { get; }

    public Ending Ending { get; }

    /// <summary>T.</summary>
    public int StepCount => Rewards.Length;

    public double Return => Rewards.Sum();

    public static Trajectory Fields<TVisitor>(scoped ref TVisitor visitor, Trajectory? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var observationSize = value?.ObservationSize ?? 0;
        var actionSize = value?.ActionSize ?? 0;
        var observations = value?.Observations ?? [];
        var actions = value?.Actions ?? [];
        var rewards = value?.Rewards ?? [];
        var ending = (int)(value?.Ending ?? Ending.None);
        visitor.Field(1, "observation_size", ref observationSize);
        visitor.Field(2, "action_size", ref actionSize);
        visitor.Field(3, "observations", ref observations);
        visitor.Field(4, "actions", ref actions);
        visitor.Field(5, "rewards", ref rewards);
        visitor.Field(6, "ending", ref ending);
        return TVisitor.Rebuilds
            ? new(observationSize, actionSize, observations, actions, rewards, (Ending)ending)
            : value!;
    }
}
