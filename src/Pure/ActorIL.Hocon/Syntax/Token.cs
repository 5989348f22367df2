using ActorIL.Hocon.Rendering;

namespace ActorIL.Hocon.Syntax;

/// <summary>One word of the text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Quoted: the meaning, without quotes. Otherwise: as written.</param>
/// <param name="Whitespace">What stands before it on its line, comments excepted.</param>
/// <param name="Origin">Where it begins.</param>
internal readonly record struct Token(TokenKind Kind, string Text, string Whitespace, HoconOrigin Origin)
{
    /// <summary>Set where <see cref="Kind"/> is Problem: what no parser can make sense of.</summary>
    public HoconError? Error { get; init; }

    public bool IsSimple => Kind is TokenKind.Quoted or TokenKind.Unquoted or TokenKind.Number;

    public bool StartsValue =>
        IsSimple
        || Kind
            is TokenKind.OpenBrace
                or TokenKind.OpenBracket
                or TokenKind.Substitution
                or TokenKind.OptionalSubstitution;

    /// <summary>The token as part of an error's sentence.</summary>
    public string Description =>
        Kind switch
        {
            TokenKind.End => "the end of the text",
            TokenKind.Newline => "the end of the line",
            TokenKind.Comma => "','",
            TokenKind.Colon => "':'",
            TokenKind.EqualsSign => "'='",
            TokenKind.PlusEquals => "'+='",
            TokenKind.OpenBrace => "'{'",
            TokenKind.CloseBrace => "'}'",
            TokenKind.OpenBracket => "'['",
            TokenKind.CloseBracket => "']'",
            TokenKind.Substitution => "'${'",
            TokenKind.OptionalSubstitution => "'${?'",
            TokenKind.Quoted => $"the quoted text \"{JsonText.Excerpt(Text)}\"",
            TokenKind.Unquoted => $"'{JsonText.Excerpt(Text)}'",
            TokenKind.Number => $"the number {JsonText.Excerpt(Text)}",
            TokenKind.Problem => $"'{JsonText.Excerpt(Text)}'",
        };
}
