using System.Text;

namespace ActorIL.Reports.Figures;

/// <summary>The part of a chart where values are, in pixels.</summary>
internal sealed record PlotArea(
    double Left,
    double Top,
    double Right,
    double Bottom,
    AxisScale Horizontal,
    AxisScale Vertical
)
{
    private const double TickGapMin = 14;

    public double X(double value) => Left + (Horizontal.Share(value) * (Right - Left));

    public double Y(double value) => Bottom - (Vertical.Share(value) * (Bottom - Top));

    /// <summary>Appends the panel, grid lines, ticks and labels of both axes.</summary>
    public void AppendAxes(StringBuilder text, string horizontalLabel, string verticalLabel)
    {
        AppendPanel(text);
        foreach (var tick in Vertical.Ticks)
        {
            var y = Markup.Pixel(Y(tick.Value));
            text.Append($"<path class=\"grid\" d=\"M{Markup.Pixel(Left)},{y}H{Markup.Pixel(Right)}\"/>")
                .Append(
                    $"<text class=\"soft end\" x=\"{Markup.Pixel(Left - 6)}\" y=\"{Markup.Pixel(Y(tick.Value) + 4)}\">"
                )
                .Append($"{tick.Text}</text>\n");
        }

        AppendHorizontal(text, horizontalLabel);
        var middle = Markup.Pixels(14, (Top + Bottom) / 2);
        text.Append($"<text class=\"soft mid\" transform=\"translate({middle}) rotate(-90)\">")
            .Append($"{Markup.Escape(verticalLabel)}</text>\n");
    }

    /// <summary>Appends the panel behind everything.</summary>
    public void AppendPanel(StringBuilder text) =>
        text.Append($"<rect class=\"panel\" x=\"{Markup.Pixel(Left)}\" y=\"{Markup.Pixel(Top)}\"")
            .Append($" width=\"{Markup.Pixel(Right - Left)}\" height=\"{Markup.Pixel(Bottom - Top)}\"/>\n");

    /// <summary>Appends the horizontal axis; a number that would touch the one before it is left out.</summary>
    public void AppendHorizontal(StringBuilder text, string label)
    {
        var free = double.NegativeInfinity;
        foreach (var tick in Horizontal.Ticks)
        {
            var (x, half) = (X(tick.Value), tick.Text.Length * Legend.CharacterWidth / 2);
            text.Append($"<path class=\"grid\" d=\"M{Markup.Pixels(x, Top)}V{Markup.Pixel(Bottom)}\"/>");
            if (x - half >= free && x + half <= Right + 11)
            {
                text.Append($"<text class=\"soft mid\" x=\"{Markup.Pixel(x)}\" y=\"{Markup.Pixel(Bottom + 16)}\">")
                    .Append($"{tick.Text}</text>");
                free = x + half + TickGapMin;
            }

            text.Append('\n');
        }

        text.Append($"<text class=\"soft mid\" x=\"{Markup.Pixel((Left + Right) / 2)}\"")
            .Append($" y=\"{Markup.Pixel(Bottom + 36)}\">{Markup.Escape(label)}</text>\n");
    }
}
