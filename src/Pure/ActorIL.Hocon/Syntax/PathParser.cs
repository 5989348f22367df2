using System.Collections.Immutable;
using System.Text;

namespace ActorIL.Hocon.Syntax;

/// <summary>
/// Path expressions: texts on one line, joined with the whitespace between them, cut at each dot that is not quoted.
/// Numbers count as they were written.
/// </summary>
internal static class PathParser
{
    public static bool TryParse(TokenCursor cursor, out ImmutableArray<string> path)
    {
        path = [];
        var elements = ImmutableArray.CreateBuilder<string>();
        var element = new StringBuilder();
        var isQuoted = false;
        var isFirst = true;
        while (cursor.Current.IsSimple)
        {
            var token = cursor.Current;
            element.Append(isFirst ? "" : token.Whitespace);
            isFirst = false;
            if (token.Kind == TokenKind.Quoted)
            {
                element.Append(token.Text);
                isQuoted = true;
            }
            else if (!TrySplit(cursor, token.Text, elements, element, ref isQuoted))
            {
                return false;
            }

            cursor.Take();
        }

        if (isFirst)
        {
            return cursor.Fail("a path such as a.b.c", "Write a key; quote it if it holds reserved characters.");
        }

        path = [.. elements, element.ToString()];
        return element.Length > 0 || isQuoted || FailEmptyElement(cursor);
    }

    private static bool TrySplit(
        TokenCursor cursor,
        string text,
        ImmutableArray<string>.Builder elements,
        StringBuilder element,
        ref bool isQuoted
    )
    {
        var pieces = text.Split('.');
        element.Append(pieces[0]);
        foreach (var piece in pieces.Skip(1))
        {
            if (element.Length == 0 && !isQuoted)
            {
                return FailEmptyElement(cursor);
            }

            elements.Add(element.ToString());
            element.Clear().Append(piece);
            isQuoted = false;
        }

        return true;
    }

    private static bool FailEmptyElement(TokenCursor cursor) =>
        cursor.Fail(
            new HoconError(
                cursor.Current.Origin,
                "a path that begins or ends with a dot, or has two dots in a row",
                "a name between dots",
                "Remove the dot, or write \"\" where the name is really empty."
            )
        );
}
