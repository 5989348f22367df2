using ActorIL.Core.Fields;

namespace ActorIL.Actors.Pipelines;

/// <summary>The states of two transducers in a row.</summary>
public sealed record ChainState<TFirst, TSecond>(TFirst First, TSecond Second) : IFields<ChainState<TFirst, TSecond>>
    where TFirst : IFields<TFirst>
    where TSecond : IFields<TSecond>
{
    public static TypeName Name => new($"{TFirst.Name.Name}-then-{TSecond.Name.Name}", 1);

    public static ChainState<TFirst, TSecond> Fields<TVisitor>(
        scoped ref TVisitor visitor,
        ChainState<TFirst, TSecond>? value
    )
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var first = value is null ? default : value.First;
        var second = value is null ? default : value.Second;
        visitor.Record(1, "first", ref first);
        visitor.Record(2, "second", ref second);
        return TVisitor.Rebuilds ? new(first!, second!) : value!;
    }
}
