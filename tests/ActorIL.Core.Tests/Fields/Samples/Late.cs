using ActorIL.Core.Fields;

namespace ActorIL.Core.Tests.Fields.Samples;

/// <summary>
/// An old version of a record that had only its third field: what a reader finds after fields it does not know.
/// </summary>
public sealed record Late(string Label) : IFields<Late>
{
    public static TypeName Name => new("sample-late", 1);

    public static Late Fields<TVisitor>(scoped ref TVisitor visitor, Late? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var label = value?.Label ?? "";
        visitor.Field(3, "label", ref label);
        return TVisitor.Rebuilds ? new(label) : value!;
    }
}
