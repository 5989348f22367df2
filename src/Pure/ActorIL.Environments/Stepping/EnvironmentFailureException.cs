using System.Globalization;
using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Stepping;

/// <summary>
/// An environment threw, or gave a reward or observation that is not finite. Environments are pure, so the same state
/// and action fail again; the message says which they were.
/// </summary>
public sealed class EnvironmentFailureException : Exception
{
    public EnvironmentFailureException()
        : this("An environment failed.") { }

    public EnvironmentFailureException(string message)
        : base(message) { }

    public EnvironmentFailureException(string message, Exception innerException)
        : base(message, innerException) { }

    private EnvironmentFailureException(string message, Exception cause, string environmentId, string state)
        : base(message, cause) => (EnvironmentId, State) = (environmentId, state);

    public string EnvironmentId { get; } = "";

    /// <summary>Counted over all blocks, from 0; 0 where whole episodes are run.</summary>
    public int EnvironmentIndex { get; private init; }

    /// <summary>Counted within the environment, from 0.</summary>
    public long EpisodeIndex { get; private init; }

    /// <summary>Counted within the episode, from 0.</summary>
    public int StepIndex { get; private init; }

    /// <summary>The state before the step, field by field; empty when the reset failed.</summary>
    public string State { get; } = "";

    /// <summary>The action, its numbers separated by commas; empty when the reset failed.</summary>
    public string Action { get; private init; } = "";

    internal static EnvironmentFailureException Of<TState>(
        EnvironmentModule module,
        SlotPlace place,
        in TState state,
        ReadOnlySpan<float> action,
        Exception cause
    )
        where TState : IFields<TState>
    {
        var (stateText, actionText) = (FieldText.Of(state), FieldText.Of(action));
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"{module.Id}, environment {place.EnvironmentIndex}, episode {place.EpisodeIndex}, "
                + $"step {place.StepCount}: {cause.Message} {Sizes(module, cause)}"
                + $"State: {stateText}. Action: {actionText}."
        );
        return new(message, cause, module.Id, stateText)
        {
            EnvironmentIndex = place.EnvironmentIndex,
            EpisodeIndex = place.EpisodeIndex,
            StepIndex = place.StepCount,
            Action = actionText,
        };
    }

    // Who takes more numbers than there are may have another shape in mind.
    private static string Sizes(EnvironmentModule module, Exception cause) =>
        cause is IndexOutOfRangeException
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Observations have {module.Observations.Size} numbers, actions {module.Actions.Size}. "
            )
            : "";

    internal static EnvironmentFailureException OfReset(
        EnvironmentModule module,
        int environmentIndex,
        long episodeIndex,
        RngKey key,
        Exception cause
    )
    {
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"{module.Id}, environment {environmentIndex}, episode {episodeIndex}, reset with key {key}: "
                + $"{cause.Message}"
        );
        return new(message, cause, module.Id, state: "")
        {
            EnvironmentIndex = environmentIndex,
            EpisodeIndex = episodeIndex,
        };
    }
}
