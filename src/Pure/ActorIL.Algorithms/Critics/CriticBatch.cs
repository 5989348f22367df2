using System.Collections.Immutable;
using ActorIL.Core.Experience;

namespace ActorIL.Algorithms.Critics;

/// <summary>Rows as a critic's network sees them, and the number that each should be given.</summary>
public sealed record CriticBatch
{
    /// <param name="rowSize">Floats a row, ≥ 1.</param>
    /// <param name="rows">Shape [n, rowSize].</param>
    /// <param name="targets">Shape [n].</param>
    /// <exception cref="ArgumentException">The shapes disagree, and the message shows both numbers.</exception>
    public CriticBatch(int rowSize, ImmutableArray<float> rows, ImmutableArray<float> targets)
    {
        Shape.RequireSize("row", rowSize);
        Shape.Require("rows", rows.Length, targets.Length, rowSize);
        (RowSize, Rows, Targets) = (rowSize, rows, targets);
    }

    public int RowSize { get; }

    public ImmutableArray<float> Rows { get; }

    public ImmutableArray<float> Targets { get; }

    /// <summary>n.</summary>
    public int Count => Targets.Length;
}
