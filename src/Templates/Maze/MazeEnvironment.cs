using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;

namespace Maze;

/// <summary>A grid with walls: find the goal from any cell, although now and then a step goes another way.</summary>
public readonly struct MazeEnvironment : IEnvironment<MazeEnvironment.Params, MazeEnvironment.State>
{
    public static Space Observations(in Params parameters) =>
        new Space.Box([.. new float[Grid.Width + Grid.Height]], [.. Enumerable.Repeat(1f, Grid.Width + Grid.Height)]);

    public static Space Actions(in Params parameters) => new Space.Discrete(Grid.Moves.Length);

    public static State Reset(in Params parameters, RngKey key) =>
        new(Grid.FreeCells[Draw.Index(key, index: 0, Grid.FreeCells.Length)]);

    public static StepResult<State> Step(in Params parameters, in State state, ActionView action, RngKey key)
    {
        var slips = Draw.Uniform(key, index: 0) < parameters.Slip;
        var move = slips ? Draw.Index(key, index: 1, Grid.Moves.Length) : action.Index;
        var next = new State(Grid.Neighbour(state.Cell, move));
        return Grid.IsGoal(next.Cell)
            ? StepResult.Terminated(next, reward: 1)
            : StepResult.Continue(next, reward: -0.01);
    }

    /// <summary>A 1 for the column, after that a 1 for the row, all else 0.</summary>
    public static void Observe(in Params parameters, in State state, Span<float> observation)
    {
        observation.Clear();
        observation[state.Cell % Grid.Width] = 1;
        observation[Grid.Width + (state.Cell / Grid.Width)] = 1;
    }

    /// <param name="Slip">Probability that a step goes in a random direction, in [0, 1].</param>
    public sealed record Params(double Slip) : IFields<Params>
    {
        public static TypeName Name => new("maze-params", 1);

        public static Params Fields<TVisitor>(scoped ref TVisitor visitor, Params? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var slip = value?.Slip ?? 0;
            visitor.Field(1, "slip", ref slip);
            return TVisitor.Rebuilds ? new(slip) : value!;
        }
    }

    public readonly record struct State(int Cell) : IFields<State>
    {
        public static TypeName Name => new("maze-state", 1);

        public static State Fields<TVisitor>(scoped ref TVisitor visitor, State value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var cell = value.Cell;
            visitor.Field(1, "cell", ref cell);
            return new(cell);
        }
    }
}
