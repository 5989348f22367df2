using System.Text;
using ActorIL.Reports.Figures;

namespace ActorIL.Reports.Pages;

/// <summary>Tables that scroll by themselves where the page is narrow.</summary>
internal static class HtmlTable
{
    /// <summary>The table; columns whose cells all look like numbers are set to the right.</summary>
    public static string Render(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var looks = header
            .Select((_, column) => rows.All(row => IsNumber(row[column])) ? " class=\"number\"" : "")
            .ToArray();
        var text = new StringBuilder("<div class=\"wide\" tabindex=\"0\"><table>\n<thead><tr>");
        foreach (var (column, cell) in header.Index())
        {
            text.Append("<th scope=\"col\"")
                .Append(looks[column])
                .Append('>')
                .Append(Markup.Escape(cell))
                .Append("</th>");
        }

        text.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            text.Append("<tr>");
            foreach (var (column, cell) in row.Index())
            {
                text.Append("<td").Append(looks[column]).Append('>').Append(Markup.Escape(cell)).Append("</td>");
            }

            text.Append("</tr>\n");
        }

        return text.Append("</tbody></table></div>\n").ToString();
    }

    private static bool IsNumber(string cell) =>
        cell.Length > 0 && (char.IsAsciiDigit(cell[0]) || cell[0] is '−' or '[');
}
