using System.Collections.Immutable;

namespace ActorIL.Hocon.Terms;

/// <summary>
/// The values one key is given while a text is read. Neighbouring objects are merged at once; a text, number, boolean,
/// null or array hides whatever was there before.
/// </summary>
internal sealed class FieldBuilder(string key)
{
    private readonly List<Term> settled = [];

    // At most one of the two holds the newest value, and only while that is an object.
    private Term.Structure? closedTop;
    private ObjectBuilder? openTop;

    public HoconOrigin KeyOrigin { get; set; } = new("", Line: 0, Column: 0);

    public void Push(Term term) =>
        term.Match(
            literal: Replace,
            sequence: Replace,
            structure: Merge,
            substitution: Append,
            concatenation: Append,
            previous: Append
        );

    /// <summary>The newest value as an object that takes more fields; a new one if it was something else.</summary>
    public ObjectBuilder OpenObject(HoconOrigin origin)
    {
        if (openTop is null)
        {
            openTop = new ObjectBuilder(origin);
            if (closedTop is not null)
            {
                openTop.Merge(closedTop);
                closedTop = null;
            }
        }

        return openTop;
    }

    public FieldTerm Build()
    {
        Settle();
        return new FieldTerm(key, KeyOrigin, [.. settled]);
    }

    private FieldBuilder Replace(Term term)
    {
        settled.Clear();
        (closedTop, openTop) = (null, null);
        settled.Add(term);
        return this;
    }

    private FieldBuilder Append(Term term)
    {
        Settle();
        settled.Add(term);
        return this;
    }

    private FieldBuilder Merge(Term.Structure structure)
    {
        if (openTop is null && closedTop is null)
        {
            closedTop = structure;
        }
        else
        {
            OpenObject(structure.Origin).Merge(structure);
        }

        return this;
    }

    private void Settle()
    {
        if ((openTop?.Build() ?? closedTop) is { } top)
        {
            settled.Add(top);
        }

        (closedTop, openTop) = (null, null);
    }
}
