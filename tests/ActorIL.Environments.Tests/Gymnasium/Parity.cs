using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Environments.ClassicControl;
using ActorIL.Environments.Combinators;
using ActorIL.Environments.Seeding;

namespace ActorIL.Environments.Tests.Gymnasium;

/// <summary>Holds our environments against recordings of Gymnasium's.</summary>
internal static class Parity
{
    private const double Tolerance = 1e-9;

    private static readonly SortedDictionary<string, Action<Recording>> Checks = new(StringComparer.Ordinal)
    {
        ["CartPole-v1"] = recording => Check<CartPole, CartPoleParams, CartPoleState>(
            recording,
            new CartPoleParams(),
            numbers => new(numbers[0], numbers[1], numbers[2], numbers[3]),
            state => [state.Position, state.Velocity, state.Angle, state.AngularVelocity]),
        ["Pendulum-v1"] = recording => Check<Pendulum, PendulumParams, PendulumState>(
            recording,
            new PendulumParams(),
            numbers => new(numbers[0], numbers[1]),
            state => [state.Angle, state.AngularVelocity]),
    };

    public static IEnumerable<string> EnvironmentIds => Checks.Keys;

    public static bool Supports(string environmentId) => Checks.ContainsKey(environmentId);

    public static void Check(Recording recording) => Checks[recording.EnvironmentId](recording);

    private static void Check<TEnvironment, TParams, TState>(
        Recording recording, TParams parameters, Func<double[], TState> state, Func<TState, double[]> numbers)
        where TEnvironment : struct, IEnvironment<TParams, TState>, IGymnasiumSeeding<TParams, TState>
        where TParams : IFields<TParams>
        where TState : IFields<TState>
    {
        var limited = new TimeLimitParams<TParams>(parameters, recording.StepCountMax);
        foreach (var episode in recording.Episodes)
        {
            var start = GymnasiumSeeded<TEnvironment, TParams, TState>.Reset(parameters, new RngKey(recording.Seed));
            Assert.Equal(episode.InitialState, numbers(start));
            Assert.Equal(episode.Length, episode.Actions.Length);
            var first = Observe<TEnvironment, TParams, TState>(parameters, start);
            AssertObservation(episode.InitialObservation, first, step: -1);
            for (var step = 0; step < episode.Length; step++)
            {
                var before = new TimeLimitState<TState>(state(episode.StateBefore(step)), step);
                var result = TimeLimit<TEnvironment, TParams, TState>.Step(
                    limited, before, new(episode.Actions[step]), new RngKey(0));
                AssertStep(episode, step, numbers(result.State.Inner), result.Reward, result.Ending);
                var observation = Observe<TEnvironment, TParams, TState>(parameters, result.State.Inner);
                AssertObservation(episode.Observations[step], observation, step);
            }
        }
    }

    private static float[] Observe<TEnvironment, TParams, TState>(TParams parameters, TState state)
        where TEnvironment : struct, IEnvironment<TParams, TState>
        where TParams : IFields<TParams>
        where TState : IFields<TState>
    {
        var observation = new float[TEnvironment.Observations(parameters).Size];
        TEnvironment.Observe(parameters, state, observation);
        return observation;
    }

    private static void AssertStep(RecordedEpisode episode, int step, double[] state, double reward, Ending ending)
    {
        for (var i = 0; i < state.Length; i++)
        {
            var difference = Math.Abs(state[i] - episode.States[step][i]);
            Assert.True(
                difference <= Tolerance,
                Invariant($"Step {step}, component {i}: {state[i]:r}, recorded {episode.States[step][i]:r}."));
        }

        Assert.True(
            Math.Abs(reward - episode.Rewards[step]) <= Tolerance,
            Invariant($"Step {step}: reward {reward:r}, recorded {episode.Rewards[step]:r}."));

        // Gymnasium raises both flags where a step terminates at the limit; here terminating wins.
        var recorded = episode.Terminated[step] ? Ending.Terminated
            : episode.Truncated[step] ? Ending.Truncated
            : Ending.None;
        Assert.Equal((step, recorded), (step, ending));
        Assert.Equal(step == episode.Length - 1, ending != Ending.None);
    }

    private static void AssertObservation(float[] recorded, float[] found, int step)
    {
        Assert.Equal(recorded.Length, found.Length);
        for (var i = 0; i < found.Length; i++)
        {
            Assert.True(
                UlpDistance(recorded[i], found[i]) <= 1,
                Invariant($"Step {step}, observation {i}: {found[i]:r}, recorded {recorded[i]:r}."));
        }
    }

    private static long UlpDistance(float first, float second) => Math.Abs(Ordinal(first) - Ordinal(second));

    /// <summary>Floats counted in order, so that neighbours differ by one.</summary>
    private static long Ordinal(float value)
    {
        var bits = BitConverter.SingleToInt32Bits(value);
        return bits >= 0 ? bits : int.MinValue - (long)bits;
    }
}
