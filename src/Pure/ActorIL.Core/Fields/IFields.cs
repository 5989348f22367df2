using System.Collections.Immutable;

namespace ActorIL.Core.Fields;

/// <summary>
/// One description of a type's fields, from which everything else follows: canonical bytes, reading, schema, hash,
/// copy.
/// </summary>
/// <remarks>
/// The pattern, for a record: each field is a local passed by reference, in ascending number, and the last line
/// rebuilds.
/// <code>
/// var count = value?.Count ?? 0;
/// visitor.Field(1, "count", ref count);
/// return TVisitor.Rebuilds ? new(count) : value!;
/// </code>
/// For a union: one <see cref="IFieldVisitor.Case{T}"/> per case on locals made with <c>as</c>, and each case describes
/// itself under a name of its own. Numbers are never reused; a new field takes a new number, and a reader gives an
/// absent field its type's zero. A constructor refuses fields it cannot hold with an <see cref="ArgumentException"/>;
/// a reader turns that into an error.
/// </remarks>
public interface IFields<TSelf>
    where TSelf : IFields<TSelf>
{
    /// <summary>Name and version of the type on the wire, stable for ever.</summary>
    static abstract TypeName Name { get; }

    /// <summary>
    /// Numbers of the fields that a replay computes again and nobody decides by, such as observations and states: a
    /// trace of decisions leaves them out. They count in every hash all the same.
    /// </summary>
    static virtual ImmutableArray<int> Recomputed => [];

    static abstract TSelf Fields<TVisitor>(scoped ref TVisitor visitor, TSelf? value)
        where TVisitor : IFieldVisitor, allows ref struct;
}
