using System.Collections.Immutable;

namespace Maze;

/// <summary>Where the walls and the goal are. Cells are numbered row by row.</summary>
public static class Grid
{
    public const int Width = 9;

    public const int Height = 9;

    private const string Map =
        "#########"
        + "#...#...#"
        + "#.#...#.#"
        + "#.#.#.#.#"
        + "#...#...#"
        + "##.###.##"
        + "#...#...#"
        + "#.#...#G#"
        + "#########";

    /// <summary>Up, right, down, left.</summary>
    public static ImmutableArray<int> Moves { get; } = [-Width, 1, Width, -1];

    /// <summary>Where episodes begin.</summary>
    public static ImmutableArray<int> FreeCells { get; } =
    [.. Enumerable.Range(0, Map.Length).Where(cell => Map[cell] == '.')];

    public static bool IsGoal(int cell) => Map[cell] == 'G';

    /// <summary>The cell that a move leads to: the same one where a wall is in the way.</summary>
    public static int Neighbour(int cell, int move) => Map[cell + Moves[move]] == '#' ? cell : cell + Moves[move];
}
