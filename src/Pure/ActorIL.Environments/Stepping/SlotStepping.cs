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
        RngKey episodeKey)
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
        out double reward)
    {
        try
        {
            var key = EpisodeKeys.Step(slot.StepsKey, slot.StepCount);
            var result = TEnvironment.Step(module.Parameters, slot.State, new(action), key);
            reward = result.Reward;
            if (!double.IsFinite(reward))
            {
                throw new NotFiniteNumberException("The reward is not finite.", reward);
            }

            slot.State = result.State;
            slot.StepCount++;
            slot.Return += reward;
            return result.Ending;
        }
        catch (Exception cause)
        {
            throw EnvironmentFailureException.Of(module, environmentIndex, slot, action, cause);
        }
    }

    public static void Observe(
        EnvironmentModule<TEnvironment, TParams, TState> module,
        int environmentIndex,
        in Slot<TState> slot,
        Span<float> observation)
    {
        try
        {
            TEnvironment.Observe(module.Parameters, slot.State, observation);
            foreach (var number in observation)
            {
                if (!float.IsFinite(number))
                {
                    throw new NotFiniteNumberException("The observation is not finite.", number);
                }
            }
        }
        catch (Exception cause)
        {
            throw EnvironmentFailureException.Of(module, environmentIndex, slot, action: [], cause);
        }
    }
}
