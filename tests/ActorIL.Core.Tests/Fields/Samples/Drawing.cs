using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Core.Tests.Fields.Samples;

/// <summary>A record whose constructor looks at the items of its list.</summary>
public sealed record Drawing : IFields<Drawing>
{
    public Drawing(EquatableArray<Figure> figures)
    {
        Figures = figures;
        CircleCount = figures.Sum(figure => figure.Match(_ => 0, _ => 1, _ => 0, _ => 0));
    }

    public static TypeName Name => new("sample-drawing", 1);

    public EquatableArray<Figure> Figures { get; }

    public int CircleCount { get; }

    public static Drawing Fields<TVisitor>(scoped ref TVisitor visitor, Drawing? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var figures = value?.Figures.Items ?? [];
        visitor.Records(1, "figures", ref figures);
        return TVisitor.Rebuilds ? new(new EquatableArray<Figure>(figures)) : value!;
    }
}
