using ActorIL.Core.Contracts;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Tests.Checks;

/// <summary>
/// Adds its action to a number for ten steps. Sound without a flaw; with one, it breaks the contract in just that
/// way.
/// </summary>
internal readonly struct FlawedEnvironment : IEnvironment<FlawedParams, FlawedState>
{
    private const int Length = 10;

    // What a pure environment must not have, and what the kit is there to find.
    private static int _calls;

    public static Space Observations(in FlawedParams parameters) => parameters.Flaw == Flaw.SpaceThrows
        ? throw new InvalidOperationException("no space today")
        : new Space.Box([-100f, 0f], [100f, Length]);

    public static Space Actions(in FlawedParams parameters) =>
        new Space.Box([-1f], [parameters.Flaw == Flaw.ActionSpaceShrinks ? 1f / ++_calls : 1f]);

    public static FlawedState Reset(in FlawedParams parameters, RngKey key)
    {
        if (parameters.Flaw == Flaw.ResetThrows)
        {
            throw new InvalidOperationException("no start today");
        }

        _calls = parameters.Flaw == Flaw.StepCountsCallsSinceReset ? 0 : _calls;
        var value = parameters.Flaw switch
        {
            Flaw.ResetCountsCalls => ++_calls,
            Flaw.StartIsFixed => 0.5,
            _ => Draw.Uniform(key),
        };
        return new() { Flaw = parameters.Flaw, Value = value };
    }

    public static StepResult<FlawedState> Step(
        in FlawedParams parameters, in FlawedState state, ActionView action, RngKey key)
    {
        if (parameters.Flaw == Flaw.UpperBoundIsRefused && action[0] >= 1)
        {
            throw new InvalidOperationException("too much");
        }

        parameters.Gain += parameters.Flaw == Flaw.StepChangesParameters ? 1 : 0;
        state.Value += parameters.Flaw == Flaw.StepChangesItsInput ? 1 : 0;
        var counted = parameters.Flaw is Flaw.StepCountsCallsForEver or Flaw.StepCountsCallsSinceReset ? ++_calls : 0;
        var hidden = parameters.Flaw == Flaw.FieldIsHidden ? state.Hidden : 0;
        var next = new FlawedState
        {
            Flaw = parameters.Flaw,
            StepCount = state.StepCount + 1,
            Value = state.Value + action[0] + Draw.Uniform(key),
            Hidden = state.Hidden + 1,
        };
        var reward = parameters.Flaw == Flaw.RewardIsInfinite && next.StepCount == 3
            ? double.PositiveInfinity
            : action[0] + counted + hidden;
        return next.StepCount == Length && parameters.Flaw != Flaw.EpisodeNeverEnds
            ? StepResult.Terminated(next, reward)
            : StepResult.Continue(next, reward);
    }

    public static void Observe(in FlawedParams parameters, in FlawedState state, Span<float> observation)
    {
        observation[0] = parameters.Flaw switch
        {
            Flaw.ObservationIsNaN when state.StepCount == 4 => float.NaN,
            Flaw.ObservationLeavesSpace when state.StepCount == 4 => 101,
            Flaw.FinalObservationLeavesSpace when state.StepCount == Length => 101,
            _ => (float)Math.Clamp(state.Value, -100, 100),
        };
        if (parameters.Flaw != Flaw.ObservationIsPartial)
        {
            observation[1] = Math.Min(state.StepCount, Length);
        }
    }
}
