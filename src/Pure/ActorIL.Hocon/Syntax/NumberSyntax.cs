namespace ActorIL.Hocon.Syntax;

/// <summary>The number grammar of JSON.</summary>
internal static class NumberSyntax
{
    public static bool IsStart(char character) => character == '-' || char.IsAsciiDigit(character);

    /// <summary>
    /// Where the run of number characters ends that begins at an index. A plus belongs to it only in an exponent, so
    /// that "10+=5" appends to the key 10.
    /// </summary>
    public static int EndOfRun(string text, int start)
    {
        var end = start;
        while (
            end < text.Length
            && (
                char.IsAsciiDigit(text[end])
                || text[end] is '-' or '.' or 'e' or 'E'
                || (text[end] == '+' && end > start && text[end - 1] is 'e' or 'E')
            )
        )
        {
            end++;
        }

        return end;
    }

    public static bool IsJsonNumber(ReadOnlySpan<char> text)
    {
        var index = text.StartsWith("-") ? 1 : 0;
        var integerStart = index;
        index = SkipDigits(text, index);
        var isInteger = index > integerStart && (index == integerStart + 1 || text[integerStart] != '0');
        return isInteger && IsFractionAndExponent(text[index..]);
    }

    /// <summary>What may follow the digits before the point; also true of nothing at all.</summary>
    public static bool IsFractionAndExponent(ReadOnlySpan<char> text)
    {
        var index = 0;
        if (text.StartsWith("."))
        {
            index = SkipDigits(text, 1);
            if (index == 1)
            {
                return false;
            }
        }

        if (index < text.Length && text[index] is 'e' or 'E')
        {
            var exponentStart = index + (index + 1 < text.Length && text[index + 1] is '+' or '-' ? 2 : 1);
            index = SkipDigits(text, exponentStart);
            return index > exponentStart && index == text.Length;
        }

        return index == text.Length;
    }

    public static int SkipDigits(ReadOnlySpan<char> text, int start)
    {
        var index = start;
        while (index < text.Length && char.IsAsciiDigit(text[index]))
        {
            index++;
        }

        return index;
    }
}
