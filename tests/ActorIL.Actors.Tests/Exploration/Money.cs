using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Exploration;

/// <summary>The one message of the planted race.</summary>
/// <param name="Verb">"get" and "put" to an account, "value" back from one, "wait" to oneself.</param>
/// <param name="Account">Which account, "x" or "y".</param>
/// <param name="Amount">A balance, or waits still to go.</param>
internal sealed record Money(string Verb, string Account, long Amount) : IFields<Money>
{
    public static TypeName Name => new("test-money", 1);

    public static Money Fields<TVisitor>(scoped ref TVisitor visitor, Money? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var verb = value?.Verb ?? "";
        var account = value?.Account ?? "";
        var amount = value?.Amount ?? 0;
        visitor.Field(1, "verb", ref verb);
        visitor.Field(2, "account", ref account);
        visitor.Field(3, "amount", ref amount);
        return TVisitor.Rebuilds ? new(verb, account, amount) : value!;
    }
}
