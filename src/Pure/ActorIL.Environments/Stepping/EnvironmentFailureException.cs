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
        int environmentIndex,
        in Slot<TState> slot,
        ReadOnlySpan<float> action,
        Exception cause)
        where TState : IFields<TState>
    {
        var (state, actionText) = (FieldText.Of(slot.State), FieldText.Of(action));
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"{module.Id}, environment {environmentIndex}, episode {slot.EpisodeIndex}, step {slot.StepCount}: "
                + $"{cause.Message} State: {state}. Action: {actionText}.");
        return new(message, cause, module.Id, state)
        {
            EnvironmentIndex = environmentIndex,
            EpisodeIndex = slot.EpisodeIndex,
            StepIndex = slot.StepCount,
            Action = actionText,
        };
    }

    internal static EnvironmentFailureException OfReset(
        EnvironmentModule module, int environmentIndex, long episodeIndex, RngKey key, Exception cause)
    {
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"{module.Id}, environment {environmentIndex}, episode {episodeIndex}, reset with key {key}: "
                + $"{cause.Message}");
        return new(message, cause, module.Id, state: "")
        {
            EnvironmentIndex = environmentIndex,
            EpisodeIndex = episodeIndex,
        };
    }
}
