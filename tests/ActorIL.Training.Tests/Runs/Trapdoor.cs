using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;

namespace ActorIL.Training.Tests.Runs;

/// <summary>An environment that throws at its fifth step.</summary>
internal readonly struct Trapdoor : IEnvironment<TrapdoorParams, TrapdoorState>
{
    public static Space Observations(in TrapdoorParams parameters) => new Space.Box([0f], [100f]);

    public static Space Actions(in TrapdoorParams parameters) => new Space.Discrete(2);

    public static TrapdoorState Reset(in TrapdoorParams parameters, RngKey key) => new(0);

    public static StepResult<TrapdoorState> Step(
        in TrapdoorParams parameters, in TrapdoorState state, ActionView action, RngKey key) =>
        state.Position == 4
            ? throw new InvalidOperationException("The floor opens.")
            : StepResult.Continue(new TrapdoorState(state.Position + 1), reward: 1);

    public static void Observe(in TrapdoorParams parameters, in TrapdoorState state, Span<float> observation) =>
        observation[0] = state.Position;
}
