using ActorIL.Core.Fields;

namespace ActorIL.Environments.Combinators;

/// <summary>The parameters of an environment whose episodes all last equally long.</summary>
/// <param name="Inner">The environment's own parameters.</param>
/// <param name="Horizon">Steps of every episode, absorbing ones included, ≥ 1.</param>
public readonly record struct AbsorbingHorizonParams<TParams>(TParams Inner, int Horizon)
    : IFields<AbsorbingHorizonParams<TParams>>
    where TParams : IFields<TParams>
{
    public static TypeName Name => new($"absorbing-horizon-params<{TParams.Name}>", 1);

    public static AbsorbingHorizonParams<TParams> Fields<TVisitor>(
        scoped ref TVisitor visitor,
        AbsorbingHorizonParams<TParams> value
    )
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var inner = value.Inner;
        var horizon = value.Horizon;
        visitor.Record(1, "inner", ref inner);
        visitor.Field(2, "horizon", ref horizon);
        return TVisitor.Rebuilds ? new(inner!, horizon) : value;
    }
}
