using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;

namespace ActorIL.Training.Tests.Examples;

/// <summary>A corridor of cells: reach the last one, although now and then a step slips the other way.</summary>
public readonly struct Corridor : IEnvironment<Corridor.Params, Corridor.State>
{
    public static Space Observations(in Params parameters) => new Space.Box([0f], [parameters.CellCount - 1]);

    public static Space Actions(in Params parameters) => new Space.Discrete(2);

    public static State Reset(in Params parameters, RngKey key) =>
        new(Draw.Index(key, index: 0, parameters.CellCount - 1));

    public static StepResult<State> Step(in Params parameters, in State state, ActionView action, RngKey key)
    {
        var slips = Draw.Uniform(key) < parameters.Slip;
        var direction = (action.Index == 1) != slips ? +1 : -1;
        var next = new State(Math.Clamp(state.Cell + direction, 0, parameters.CellCount - 1));
        return next.Cell == parameters.CellCount - 1
            ? StepResult.Terminated(next, reward: 1)
            : StepResult.Continue(next, reward: -0.01);
    }

    public static void Observe(in Params parameters, in State state, Span<float> observation) =>
        observation[0] = state.Cell;

    /// <param name="CellCount">Cells, at least 2.</param>
    /// <param name="Slip">Probability that a step goes the other way, in [0, 1].</param>
    public sealed record Params(int CellCount, double Slip) : IFields<Params>
    {
        public static TypeName Name => new("corridor-params", 1);

        public static Params Fields<TVisitor>(scoped ref TVisitor visitor, Params? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var cellCount = value?.CellCount ?? 0;
            var slip = value?.Slip ?? 0;
            visitor.Field(1, "cell_count", ref cellCount);
            visitor.Field(2, "slip", ref slip);
            return TVisitor.Rebuilds ? new(cellCount, slip) : value!;
        }
    }

    public readonly record struct State(int Cell) : IFields<State>
    {
        public static TypeName Name => new("corridor-state", 1);

        public static State Fields<TVisitor>(scoped ref TVisitor visitor, State value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var cell = value.Cell;
            visitor.Field(1, "cell", ref cell);
            return new(cell);
        }
    }
}
