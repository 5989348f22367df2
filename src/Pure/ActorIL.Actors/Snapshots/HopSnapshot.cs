using ActorIL.Actors.Addressing;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Snapshots;

/// <summary>One hop of the last rounds of a tick that is close to having too many.</summary>
/// <param name="From">Who sent.</param>
/// <param name="To">The receiver.</param>
/// <param name="Micro">Round within the tick.</param>
public sealed record HopSnapshot(ActorId From, ActorId To, int Micro) : IFields<HopSnapshot>
{
    public static TypeName Name => new("actoril.hop", 1);

    public static HopSnapshot Fields<TVisitor>(scoped ref TVisitor visitor, HopSnapshot? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var from = value?.From ?? default;
        var to = value?.To ?? default;
        var micro = value?.Micro ?? 0;
        AddressFields.Field(ref visitor, 1, "from", ref from);
        AddressFields.Field(ref visitor, 2, "to", ref to);
        visitor.Field(3, "micro", ref micro);
        return TVisitor.Rebuilds ? new(from, to, micro) : value!;
    }
}
