using System.Text;

namespace ActorIL.Storage.Tests.Files;

/// <summary>
/// A second, slow reader of comma-separated text: one character after the other, as RFC 4180 tells it.
/// </summary>
internal static class NaiveCsv
{
    public static List<List<string>> Read(string text)
    {
        var lines = new List<List<string>>();
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var isDoubled = isQuoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"';
            if (isDoubled || (text[i] != '"' && (isQuoted || (text[i] != ',' && text[i] != '\n'))))
            {
                field.Append(text[i]);
                i += isDoubled ? 1 : 0;
            }
            else if (text[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else
            {
                fields.Add(field.ToString());
                field.Clear();
                if (text[i] == '\n')
                {
                    lines.Add(fields);
                    fields = [];
                }
            }
        }

        return lines;
    }
}
