using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Datasets;

/// <summary>How an array of one data set differs from the one of that name in another.</summary>
/// <param name="Name">The array.</param>
/// <param name="Place">Where it differs first: a row and component, or the whole.</param>
/// <param name="One">What one data set has there.</param>
/// <param name="Other">What the other has.</param>
/// <param name="RowCount">Rows that differ, among those that both have.</param>
internal sealed record ArrayDifference(string Name, string Place, string One, string Other, long RowCount)
{
    private const string Nothing = "no such array";

    /// <summary>The difference of two arrays, either of which may be missing; null for none.</summary>
    public static ArrayDifference? Of(string name, LoadedArray? one, LoadedArray? other)
    {
        if (one is null || other is null)
        {
            return new(name, name, one?.Form ?? Nothing, other?.Form ?? Nothing, 0);
        }

        if (one.Type != other.Type || one.RowSize != other.RowSize || one.Shape.Length != other.Shape.Length)
        {
            return new(name, name, one.Form, other.Form, 0);
        }

        var (first, count) = (-1, 0L);
        var length = (int)one.RowSize * Npy.SizeOf(one.Type);
        var rows = (int)Math.Min(one.RowCount, other.RowCount);
        for (var row = 0; row < rows; row++)
        {
            if (!Row(one, row, length).SequenceEqual(Row(other, row, length)))
            {
                (first, count) = (first < 0 ? row : first, count + 1);
            }
        }

        return first >= 0 ? OfRow(one, other, first, count)
            : one.RowCount != other.RowCount ? new(name, RowPlace.Of(name, rows), Rest(one, rows), Rest(other, rows), 0)
            : null;
    }

    private static ArrayDifference OfRow(LoadedArray one, LoadedArray other, int row, long count)
    {
        var (size, component) = ((int)one.RowSize, 0);
        var length = Npy.SizeOf(one.Type);
        while (Row(one, (row * size) + component, length).SequenceEqual(Row(other, (row * size) + component, length)))
        {
            component++;
        }

        var index = (row * size) + component;
        return new(one.Name, RowPlace.Of(one.Name, row, component), one.Text(index), other.Text(index), count);
    }

    private static string Rest(LoadedArray array, int rows) => $"{RowPlace.Number(array.RowCount - rows)} more rows";

    private static ReadOnlySpan<byte> Row(LoadedArray array, int row, int length) =>
        array.Items.AsSpan(row * length, length);
}
