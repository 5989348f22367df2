using System.Collections.Immutable;
using System.Text;

namespace ActorIL.Reports.Figures;

/// <summary>Several drawings as one.</summary>
public static class FigureSheet
{
    /// <summary>The drawings in rows, from the left; each row is as high as its highest one.</summary>
    /// <param name="id">Name of the sheet's file and anchor.</param>
    /// <param name="title">A few words.</param>
    /// <param name="caption">What it shows.</param>
    /// <param name="columnCount">Drawings in a row, ≥ 1.</param>
    /// <param name="figures">At least one.</param>
    public static Figure Arrange(
        string id,
        string title,
        string caption,
        int columnCount,
        ImmutableArray<Figure> figures
    )
    {
        var columnWidth = figures.Max(static figure => figure.Width);
        var text = new StringBuilder();
        var top = 0;
        foreach (var row in figures.Chunk(columnCount))
        {
            for (var column = 0; column < row.Length; column++)
            {
                text.Append($"<g transform=\"translate({Markup.Pixels(column * columnWidth, top)})\">\n")
                    .Append($"{row[column].Body}</g>\n");
            }

            top += row.Max(static figure => figure.Height);
        }

        var width = Math.Min(columnCount, figures.Length) * columnWidth;
        return new(id, title, caption, width, top, text.ToString());
    }
}
