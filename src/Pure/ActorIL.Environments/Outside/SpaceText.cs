using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Outside;

/// <summary>
/// Spaces as a configuration writes them: <c>discrete(2)</c>, <c>box([-1, -inf], [1, inf])</c>,
/// <c>product(discrete(2), box([0], [1]))</c>. Numbers read back to the same bits.
/// </summary>
internal static class SpaceText
{
    private const int SizeMax = 16_777_216;

    /// <summary>The text of a space.</summary>
    public static string Of(Space space) =>
        space.Match(
            discrete: choice => string.Create(CultureInfo.InvariantCulture, $"discrete({choice.Count})"),
            box: bounds => $"box([{Numbers(bounds.Low)}], [{Numbers(bounds.High)}])",
            product: parts => $"product({string.Join(", ", parts.Parts.Select(Of))})"
        );

    /// <summary>The space of a text, or what is wrong with it.</summary>
    public static Result<Space, Error> Read(string text)
    {
        var at = 0;
        var space = TrySpace(text, ref at);
        return space is not null && at == text.Length
            ? Result.Success<Space, Error>(space)
            : Result.Failure<Space, Error>(
                new(
                    "space",
                    $"\"{text}\"",
                    "a space such as \"discrete(2)\" or \"box([-1, -inf], [1, inf])\"",
                    "Leave it empty: a run asks the program and notes it."
                )
            );
    }

    private static string Numbers(EquatableArray<float> bounds) => string.Join(", ", bounds.Select(Number));

    private static string Number(float bound) =>
        float.IsPositiveInfinity(bound) ? "inf"
        : float.IsNegativeInfinity(bound) ? "-inf"
        : bound.ToString("R", CultureInfo.InvariantCulture);

    private static Space? TrySpace(string text, ref int at)
    {
        if (TryWord(text, ref at, "discrete("))
        {
            return
                int.TryParse(Until(text, ref at, ')'), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && count is > 0 and <= SizeMax
                && text[at - 1] == ')'
                ? new Space.Discrete(count)
                : null;
        }

        if (TryWord(text, ref at, "box("))
        {
            return
                TryNumbers(text, ref at) is { } low
                && TryWord(text, ref at, ", ")
                && TryNumbers(text, ref at) is { } high
                && TryWord(text, ref at, ")")
                && low.Length == high.Length
                && low.Zip(high).All(static pair => pair.First <= pair.Second)
                ? new Space.Box(new(low), new(high))
                : null;
        }

        return TryWord(text, ref at, "product(") ? TryParts(text, ref at) : null;
    }

    private static Space.Product? TryParts(string text, ref int at)
    {
        var parts = ImmutableArray.CreateBuilder<Space>();
        do
        {
            if (TrySpace(text, ref at) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        } while (TryWord(text, ref at, ", "));

        return TryWord(text, ref at, ")") ? new Space.Product(new(parts.ToImmutable())) : null;
    }

    private static ImmutableArray<float>? TryNumbers(string text, ref int at)
    {
        if (!TryWord(text, ref at, "["))
        {
            return null;
        }

        var numbers = ImmutableArray.CreateBuilder<float>();
        foreach (var word in Until(text, ref at, ']').Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            if (TryNumber(word) is not { } number)
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers.ToImmutable();
    }

    private static float? TryNumber(string word) =>
        word switch
        {
            "inf" => float.PositiveInfinity,
            "-inf" => float.NegativeInfinity,
            _ => float.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && float.IsFinite(number)
                ? number
                : null,
        };

    private static bool TryWord(string text, ref int at, string word)
    {
        var isThere = string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
        at += isThere ? word.Length : 0;
        return isThere;
    }

    /// <summary>What comes before the next such character, which is read too; everything where there is none.</summary>
    private static string Until(string text, ref int at, char end)
    {
        var found = text.IndexOf(end, at);
        var (start, stop) = (at, found < 0 ? text.Length : found);
        at = found < 0 ? text.Length : found + 1;
        return text[start..stop];
    }
}
