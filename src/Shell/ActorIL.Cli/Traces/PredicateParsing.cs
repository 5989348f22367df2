using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Traces;

/// <summary>Reads predicates: <c>FIELD OP VALUE</c>, joined with <c>and</c>; values with spaces in quotes.</summary>
/// <param name="where">Where it was typed: what errors say.</param>
/// <param name="text">What was typed.</param>
internal sealed class PredicateParsing(string where, string text)
{
    private const string Joint = "and";
    private const string Symbols = "=!<>";

    private int _position;
    private int _tokenStart;

    /// <summary>The comparisons of the predicate.</summary>
    public Result<ImmutableArray<PredicateTerm>, Error> Parse()
    {
        var terms = ImmutableArray.CreateBuilder<PredicateTerm>();
        while (true)
        {
            if (Next() is not { Length: > 0 } field || IsSymbol(field[0]))
            {
                return Failure("a field", "such as rolled.collected.returns[0], tick or from");
            }

            if (Comparison(Next()) is not { } comparison)
            {
                return Failure("an operator", "one of = != < <= > >= contains");
            }

            if (Next() is not { Length: > 0 } value)
            {
                return Failure("a value", "a number, a word, or a text in quotes");
            }

            terms.Add(new(field, comparison, Unquoted(value)));
            switch (Next())
            {
                case "":
                    return Result.Success<ImmutableArray<PredicateTerm>, Error>(terms.ToImmutable());
                case Joint:
                    continue;
                default:
                    return Failure($"`{Joint}`", "comparisons joined with `and`, values with spaces in quotes");
            }
        }
    }

    /// <summary>The next word, symbol or quoted text; empty at the end.</summary>
    private string Next()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
        {
            _position++;
        }

        _tokenStart = _position;
        if (_position == text.Length)
        {
            return "";
        }

        var first = text[_position++];
        if (first == '"')
        {
            var end = text.IndexOf('"', _position);
            _position = end < 0 ? text.Length : end + 1;
            return text[_tokenStart.._position];
        }

        while (_position < text.Length && IsSymbol(text[_position]) == IsSymbol(first) && !IsBorder(text[_position]))
        {
            _position++;
        }

        return text[_tokenStart.._position];
    }

    private static bool IsSymbol(char character) => Symbols.Contains(character, StringComparison.Ordinal);

    private static bool IsBorder(char character) => char.IsWhiteSpace(character) || character == '"';

    private static PredicateComparison? Comparison(string token) =>
        token switch
        {
            "=" => PredicateComparison.Equal,
            "!=" => PredicateComparison.NotEqual,
            "<" => PredicateComparison.Less,
            "<=" => PredicateComparison.LessOrEqual,
            ">" => PredicateComparison.Greater,
            ">=" => PredicateComparison.GreaterOrEqual,
            "contains" => PredicateComparison.Contains,
            _ => null,
        };

    private static string Unquoted(string token) => token.Length > 1 && token[0] == '"' ? token[1..^1] : token;

    private Result<ImmutableArray<PredicateTerm>, Error> Failure(string missing, string wanted)
    {
        var token = text[_tokenStart.._position];
        var found = token.Length == 0 ? $"the end, where {missing} belongs" : $"\"{token}\" where {missing} belongs";
        return Result.Failure<ImmutableArray<PredicateTerm>, Error>(
            new(
                string.Create(CultureInfo.InvariantCulture, $"{where}, character {_tokenStart + 1}"),
                found,
                wanted,
                Remedy(token)
            )
        );
    }

    private static string Remedy(string token) =>
        token is "==" or "=>" or "=<" or "<>" or "&&" || NearestName.TryFind(token, ["contains", Joint], out _)
            ? $"Did you mean {Meant(token)}?"
            : "For example: message contains rolled and tick > 100";

    private static string Meant(string token) =>
        token switch
        {
            "==" => "=",
            "=>" => ">=",
            "=<" => "<=",
            "<>" => "!=",
            "&&" => Joint,
            _ => NearestName.TryFind(token, ["contains", Joint], out var nearest) ? nearest : Joint,
        };
}
