using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Stepping;

/// <summary>
/// Runs an episode again from its key and its actions. An environment is pure, so a recorded episode that really
/// happened comes out bit for bit.
/// </summary>
public static class EpisodeReplay
{
    /// <summary>What happens when these actions are taken from the start that the key gives.</summary>
    /// <param name="module">Which environment.</param>
    /// <param name="episodeKey">The key of the episode, as <see cref="EpisodeKeys"/> gives it.</param>
    /// <param name="actions">Shape [T, action size], T ≥ 0, as executed.</param>
    /// <returns>The episode; shorter than T where it ends before all actions are taken.</returns>
    /// <exception cref="EnvironmentFailureException">
    /// The environment failed; the message has state and action.
    /// </exception>
    public static Trajectory Run(EnvironmentModule module, RngKey episodeKey, ImmutableArray<float> actions) =>
        module.Open(new Replay(episodeKey, actions));

    private sealed class Replay(RngKey episodeKey, ImmutableArray<float> actions) : IEnvironmentFunction<Trajectory>
    {
        public Trajectory Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment
        )
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState>
        {
            var (observationSize, actionSize) = (environment.Observations.Size, environment.Actions.Size);
            var observations = ImmutableArray.CreateBuilder<float>();
            var rewards = ImmutableArray.CreateBuilder<double>();
            var observation = new float[observationSize];
            var ending = Ending.None;
            var slot = SlotStepping<TEnvironment, TParams, TState>.Start(environment, 0, 0, episodeKey);
            SlotStepping<TEnvironment, TParams, TState>.Observe(
                environment,
                new(0, 0, slot.StepCount),
                slot.State,
                observation
            );
            observations.AddRange(observation);
            for (var at = 0; at + actionSize <= actions.Length && ending == Ending.None; at += actionSize)
            {
                var action = actions.AsSpan(at, actionSize);
                ending = SlotStepping<TEnvironment, TParams, TState>.Step(
                    environment,
                    0,
                    ref slot,
                    action,
                    out var reward
                );
                rewards.Add(reward);
                SlotStepping<TEnvironment, TParams, TState>.Observe(
                    environment,
                    new(0, 0, slot.StepCount),
                    slot.State,
                    observation
                );
                observations.AddRange(observation);
            }

            return new(
                observationSize,
                actionSize,
                observations.ToImmutable(),
                actions[..(rewards.Count * actionSize)],
                rewards.ToImmutable(),
                ending
            );
        }
    }
}
