using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Spaces;

namespace Maze;

/// <summary>A scripted expert: goes to the neighbour that is nearest to the goal.</summary>
public sealed record MazeExpert(MazeEnvironment.Params Parameters) : IPolicy
{
    // The move to make in each cell, found by spreading out from the goal.
    private static readonly ImmutableArray<int> Plan = Search();

    public string Name => "maze-expert";

    public Space Observations => MazeEnvironment.Observations(Parameters);

    public Space Actions => MazeEnvironment.Actions(Parameters);

    public int WorkspaceSize(int count) => 0;

    /// <summary>Observations and actions of <paramref name="count"/> mazes, one row each.</summary>
    public void Act(
        ReadOnlySpan<float> observations,
        int count,
        Span<float> memory,
        Span<float> workspace,
        Span<float> actions
    )
    {
        var size = Grid.Width + Grid.Height;
        for (var i = 0; i < count; i++)
        {
            var observation = observations.Slice(i * size, size);
            actions[i] = Plan[(observation[Grid.Width..].IndexOf(1) * Grid.Width) + observation.IndexOf(1)];
        }
    }

    private static ImmutableArray<int> Search()
    {
        var plan = new int[Grid.Width * Grid.Height];
        var reached = Enumerable.Range(0, plan.Length).Where(Grid.IsGoal).ToList();
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var cell in Grid.FreeCells.Where(cell => !reached.Contains(cell)).ToList())
            {
                var move = Enumerable
                    .Range(0, Grid.Moves.Length)
                    .FirstOrDefault(m => Grid.Neighbour(cell, m) == reached[i], -1);
                if (move >= 0)
                {
                    plan[cell] = move;
                    reached.Add(cell);
                }
            }
        }

        return [.. plan];
    }
}
