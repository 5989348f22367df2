using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon.Resolution;

/// <summary>
/// The substitutions whose values are being written out. One that is met again inside its own value would never end:
/// an error if it is required, and no value if it is optional.
/// </summary>
internal sealed class Unfolding
{
    private readonly HashSet<Term> open = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Term> circular = new(ReferenceEqualityComparer.Instance);

    public bool IsOpen(Term.Substitution substitution) => open.Contains(substitution);

    public void Open(IEnumerable<Term.Substitution> substitutions) => open.UnionWith(substitutions);

    public void Close(IEnumerable<Term.Substitution> substitutions) => open.ExceptWith(substitutions);

    public void MarkCircular(Term.Substitution substitution) => circular.Add(substitution);

    public bool IsCircular(Term.Substitution substitution) => circular.Contains(substitution);
}
