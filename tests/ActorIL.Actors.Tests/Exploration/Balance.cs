using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Exploration;

/// <summary>What is in an account.</summary>
internal sealed record Balance(long Amount) : IFields<Balance>
{
    public static TypeName Name => new("test-balance", 1);

    public static Balance Fields<TVisitor>(scoped ref TVisitor visitor, Balance? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var amount = value?.Amount ?? 0;
        visitor.Field(1, "amount", ref amount);
        return TVisitor.Rebuilds ? new(amount) : value!;
    }
}
