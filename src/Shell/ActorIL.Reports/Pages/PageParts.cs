using System.Collections.Immutable;
using System.Text;
using ActorIL.Reports.Content;
using ActorIL.Reports.Figures;

namespace ActorIL.Reports.Pages;

/// <summary>What pages are put together from.</summary>
internal static class PageParts
{
    private const string Head =
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n";

    /// <summary>A page up to the beginning of its body.</summary>
    public static StringBuilder Begin(string title) =>
        new StringBuilder(Head)
            .Append("<title>")
            .Append(Markup.Escape(title))
            .Append("</title>\n<style>\n")
            .Append(FigureStyle.Css)
            .Append('\n')
            .Append(PageStyle.Css)
            .Append("\n</style>\n</head>\n<body>\n");

    /// <summary>A section that only some pages have.</summary>
    public static void AppendPresent(StringBuilder text, string id, string title, ImmutableArray<Figure> figures)
    {
        if (!figures.IsEmpty)
        {
            AppendFigures(text, id, title, figures, "");
        }
    }

    /// <summary>A section of figures, or a sentence in their place.</summary>
    public static void AppendFigures(
        StringBuilder text,
        string id,
        string title,
        ImmutableArray<Figure> figures,
        string otherwise
    )
    {
        text.Append("<h2 id=\"").Append(id).Append("\">").Append(title).Append("</h2>\n");
        if (figures.IsEmpty)
        {
            text.Append("<p>").Append(Markup.Escape(otherwise)).Append("</p>\n");
            return;
        }

        text.Append("<div class=\"figures\">\n");
        foreach (var figure in figures)
        {
            text.Append("<figure>\n").Append(figure.Inline).Append("\n<figcaption>");
            text.Append(Markup.Escape(figure.Caption)).Append("</figcaption>\n</figure>\n");
        }

        text.Append("</div>\n");
    }

    /// <summary>A word and what it means.</summary>
    public static void AppendTerm(StringBuilder text, string term, string explanation) =>
        text.Append("<dt>")
            .Append(Markup.Escape(term))
            .Append("</dt><dd>")
            .Append(Markup.Escape(explanation))
            .Append("</dd>\n");
}
