namespace ActorIL.Hocon.Syntax;

internal enum TokenKind
{
    End,
    Newline,
    Comma,
    Colon,
    EqualsSign,
    PlusEquals,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    Substitution,
    OptionalSubstitution,
    Quoted,
    Unquoted,
    Number,
    Problem,
}
