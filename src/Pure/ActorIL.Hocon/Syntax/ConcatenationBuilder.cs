using System.Diagnostics.CodeAnalysis;
using System.Text;
using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon.Syntax;

/// <summary>
/// The values of one concatenation while they are read. Neighbouring literals become one text at once; mixtures that no
/// substitution can mend are refused at once, even if the value turns out to be hidden.
/// </summary>
internal sealed class ConcatenationBuilder
{
    private readonly List<ConcatenationPart> parts = [];
    private readonly StringBuilder text = new();

    private string whitespaceBeforeText = "";
    private HoconValue? firstOfText;
    private int literalCount;

    public void Add(string whitespace, Term part) =>
        part.Match(
            literal: literal => AddLiteral(whitespace, literal.Value),
            sequence: other => AddOther(whitespace, other),
            structure: other => AddOther(whitespace, other),
            substitution: other => AddOther(whitespace, other),
            concatenation: other => AddOther(whitespace, other),
            previous: other => AddOther(whitespace, other)
        );

    public bool TryBuild([NotNullWhen(true)] out Term? value, [NotNullWhen(false)] out HoconError? mixture)
    {
        CloseText();
        value = parts.Count == 1 ? parts[0].Term : new Term.Concatenation([.. parts], parts[0].Term.Origin);
        mixture = Mixtures.Find([.. parts.Select(part => part.Term)]);
        return mixture is null;
    }

    private ConcatenationBuilder AddLiteral(string whitespace, HoconValue value)
    {
        if (firstOfText is null)
        {
            (firstOfText, whitespaceBeforeText) = (value, whitespace);
        }
        else
        {
            text.Append(whitespace);
        }

        text.Append(ScalarText.Of(value));
        literalCount++;
        return this;
    }

    private ConcatenationBuilder AddOther(string whitespace, Term part)
    {
        CloseText();
        parts.Add(new ConcatenationPart(whitespace, part));
        return this;
    }

    // A single literal keeps its type; two or more are a text.
    private void CloseText()
    {
        if (firstOfText is null)
        {
            return;
        }

        var value = literalCount == 1 ? firstOfText : new HoconValue.Text(text.ToString(), firstOfText.Origin);
        parts.Add(new ConcatenationPart(whitespaceBeforeText, new Term.Literal(value)));
        text.Clear();
        (firstOfText, literalCount) = (null, 0);
    }
}
