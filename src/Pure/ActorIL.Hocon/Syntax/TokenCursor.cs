using System.Diagnostics;

namespace ActorIL.Hocon.Syntax;

/// <summary>
/// Where a parser stands in one text: the current token, the nesting depth, and the first error. Parsing functions
/// answer false once there is an error, and nothing after that counts.
/// </summary>
internal sealed class TokenCursor
{
    private readonly Lexer lexer;
    private HoconError? error;

    public TokenCursor(Lexer lexer, int depth = 0)
    {
        this.lexer = lexer;
        Depth = depth;
        Current = lexer.Next();
    }

    public Token Current { get; private set; }

    public int Depth { get; private set; }

    /// <summary>Meaningful once a parsing function has answered false.</summary>
    public HoconError Error => error ?? throw new UnreachableException("Parsing failed without an error.");

    public Token Take()
    {
        var taken = Current;
        Current = lexer.Next();
        return taken;
    }

    /// <summary>Passes line ends; true if there was one.</summary>
    public bool SkipNewlines()
    {
        var skipped = false;
        while (Current.Kind == TokenKind.Newline)
        {
            Take();
            skipped = true;
        }

        return skipped;
    }

    public bool TryExpectEnd()
    {
        SkipNewlines();
        return Current.Kind == TokenKind.End
            || Fail("the end of the text", "Remove what follows, or enclose all of it in one pair of braces.");
    }

    /// <summary>Goes down some levels of nesting, if that many are allowed.</summary>
    public bool TryEnter(int levelCount)
    {
        Depth += levelCount;
        return Depth <= HoconLimits.NestingDepthMax
            || Fail(
                new HoconError(
                    Current.Origin,
                    "objects and arrays too deep inside each other",
                    $"at most {HoconLimits.NestingDepthMax} levels",
                    "Flatten the configuration."
                )
            );
    }

    public void Leave(int levelCount) => Depth -= levelCount;

    /// <summary>The current token is not what was wanted.</summary>
    public bool Fail(string wanted, string remedy) =>
        Fail(Current.Error ?? new HoconError(Current.Origin, Current.Description, wanted, remedy));

    public bool Fail(HoconError reason)
    {
        error = reason;
        return false;
    }
}
