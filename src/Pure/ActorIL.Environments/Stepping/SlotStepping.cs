using System.Globalization;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Stepping;

/// <summary>
/// What every batch does with one episode: start it, step it, look at it. Whatever an environment throws, and numbers
/// that are not finite, become an <see cref="EnvironmentFailureException"/> that says where.
/// </summary>
internal static class SlotStepping<TEnvironment, TParams, TState>
    where TEnvironment : struct, IEnvironment<TParams, TState>
    where TParams : IFields<TParams>
    where TState : IFields<TState>
{
    public static Slot<TState> Start(
        EnvironmentModule<TEnvironment, TParams, TState> module,
        int environmentIndex,
        long episodeIndex,
        RngKey episodeKey
    )
    {
        try
        {
            return new()
            {
                State = TEnvironment.Reset(module.Parameters, episodeKey),
                StepsKey = EpisodeKeys.Steps(episodeKey),
                EpisodeIndex = episodeIndex,
                StepCount = 0,
                Return = 0,
            };
        }
        catch (Exception cause)
        {
            throw EnvironmentFailureException.OfReset(module, environmentIndex, episodeIndex, episodeKey, cause);
        }
    }

    /// <summary>Moves the slot on by one step; it is left as it was if the step fails.</summary>
    public static Ending Step(
        EnvironmentModule<TEnvironment, TParams, TState> module,
        int environmentIndex,
        ref Slot<TState> slot,
        ReadOnlySpan<float> action,
        out double reward
    )
    {
        var place = new SlotPlace(environmentIndex, slot.EpisodeIndex, slot.StepCount);
        var ending = Step(module, place, ref slot.State, slot.StepsKey, action, out reward);
        slot.StepCount++;
        slot.Return += reward;
        return ending;
    }

    /// <summary>Moves a state on by one step; it is left as it was if the step fails.</summary>
    public static Ending Step(
        EnvironmentModule<TEnvironment, TParams, TState> module,
        SlotPlace place,
        ref TState state,
        RngKey stepsKey,
        ReadOnlySpan<float> action,
        out double reward
    )
    {
        try
        {
            var key = EpisodeKeys.Step(stepsKey, place.StepCount);
            var result = TEnvironment.Step(module.Parameters, state, new(action), key);
            reward = result.Reward;
            if (!double.IsFinite(reward))
            {
                throw NotFinite("reward", "It", reward);
            }

            state = result.State;
            return result.Ending;
        }
        catch (Exception cause)
        {
            throw EnvironmentFailureException.Of(module, place, state, action, cause);
        }
    }

    public static void Observe(
        EnvironmentModule<TEnvironment, TParams, TState> module,
        SlotPlace place,
        in TState state,
        Span<float> observation,
        ObservationGuard? guard = null
    )
    {
        try
        {
            TEnvironment.Observe(module.Parameters, state, observation);
            for (var i = 0; i < observation.Length; i++)
            {
                if (!float.IsFinite(observation[i]))
                {
                    throw NotFinite("observation", $"Component {i}", observation[i]);
                }
            }

            guard?.Require(observation);
        }
        catch (Exception cause)
        {
            throw EnvironmentFailureException.Of(module, place, state, action: [], cause);
        }
    }

    private static NotFiniteNumberException NotFinite(string what, string which, double number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The {what} is not finite. {which} is {number}."), number);
}
