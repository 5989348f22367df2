using ActorIL.Core.Contracts;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Tests.Checks;

/// <summary>Sound but for its state's description.</summary>
internal readonly struct MisnumberedEnvironment : IEnvironment<FlawedParams, MisnumberedState>
{
    public static Space Observations(in FlawedParams parameters) => new Space.Discrete(1000);

    public static Space Actions(in FlawedParams parameters) => new Space.Discrete(2);

    public static MisnumberedState Reset(in FlawedParams parameters, RngKey key) =>
        new(Draw.Index(key, index: 0, count: 10), Draw.Index(key, index: 1, count: 10));

    public static StepResult<MisnumberedState> Step(
        in FlawedParams parameters, in MisnumberedState state, ActionView action, RngKey key)
    {
        var next = state with { First = state.First + 1 };
        return next.First > 20 ? StepResult.Truncated(next, reward: 0) : StepResult.Continue(next, reward: 0);
    }

    public static void Observe(in FlawedParams parameters, in MisnumberedState state, Span<float> observation) =>
        observation[0] = state.First;
}
