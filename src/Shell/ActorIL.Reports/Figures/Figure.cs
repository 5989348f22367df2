using System.Globalization;

namespace ActorIL.Reports.Figures;

/// <summary>A drawing that stands in a page and in a file of its own.</summary>
/// <param name="Id">Name of its file and anchor.</param>
/// <param name="Title">A few words.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Width">Of its coordinates, in pixels.</param>
/// <param name="Height">Of its coordinates, in pixels.</param>
/// <param name="Body">The elements inside the svg element.</param>
public sealed record Figure(string Id, string Title, string Caption, int Width, int Height, string Body)
{
    /// <summary>The svg element for a page that has <see cref="FigureStyle.Css"/>.</summary>
    public string Inline => Svg("", "");

    /// <summary>The whole text of an SVG file.</summary>
    public string Standalone =>
        Svg(
            " xmlns=\"http://www.w3.org/2000/svg\"",
            $"<style>{FigureStyle.Css}</style>\n<rect class=\"paper\" width=\"{Width}\" height=\"{Height}\"/>\n"
        ) + "\n";

    private string Svg(string attributes, string beginning) =>
        string.Create(CultureInfo.InvariantCulture, $"<svg{attributes} viewBox=\"0 0 {Width} {Height}\"")
        + $" role=\"img\" aria-labelledby=\"{Id}-title {Id}-text\">\n"
        + $"<title id=\"{Id}-title\">{Markup.Escape(Title)}</title>\n"
        + $"<desc id=\"{Id}-text\">{Markup.Escape(Caption)}</desc>\n"
        + beginning
        + Body
        + "</svg>";
}
