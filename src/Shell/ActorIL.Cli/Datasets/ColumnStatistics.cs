using ActorIL.Storage.Datasets;

namespace ActorIL.Cli.Datasets;

/// <summary>Mean, deviation and bounds of one component over all rows.</summary>
/// <param name="Mean">The average.</param>
/// <param name="Deviation">The root of the mean squared distance from it.</param>
/// <param name="Minimum">The smallest.</param>
/// <param name="Maximum">The largest.</param>
internal sealed record ColumnStatistics(double Mean, double Deviation, double Minimum, double Maximum)
{
    /// <summary>Those of one component of an array of at least one row.</summary>
    public static ColumnStatistics Of(LoadedArray array, int component)
    {
        var (size, rows) = ((int)array.RowSize, (int)array.RowCount);
        var (sum, least, most) = (0d, double.PositiveInfinity, double.NegativeInfinity);
        for (var row = 0; row < rows; row++)
        {
            var value = array[(row * size) + component];
            sum += value;
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        var (mean, squares) = (sum / rows, 0d);
        for (var row = 0; row < rows; row++)
        {
            var distance = array[(row * size) + component] - mean;
            squares += distance * distance;
        }

        return new(mean, Math.Sqrt(squares / rows), least, most);
    }

    /// <summary>Those of all components.</summary>
    public static IEnumerable<ColumnStatistics> Of(LoadedArray array) =>
        Enumerable.Range(0, (int)array.RowSize).Select(component => Of(array, component));
}
