using System.Collections.Immutable;

namespace ActorIL.Reports.Content;

/// <summary>Columns of a table that stand there only where one of its rows has something to say in them.</summary>
/// <param name="Headers">What stands above them.</param>
/// <param name="Has">Whether a row has something to say.</param>
/// <param name="Cells">Of any row, as many as headers.</param>
public sealed record TableColumns<TRow>(
    ImmutableArray<string> Headers,
    Func<TRow, bool> Has,
    Func<TRow, ImmutableArray<string>> Cells
)
{
    /// <summary>Those that one of the rows needs, in their order.</summary>
    public static ImmutableArray<TableColumns<TRow>> Needed(
        ImmutableArray<TableColumns<TRow>> columns,
        ImmutableArray<TRow> rows
    ) => [.. columns.Where(column => rows.Any(column.Has))];
}
