using ActorIL.Core.Fields;
using ActorIL.Environments.Stepping;

namespace ActorIL.Training.Evaluation;

/// <summary>One shard of an evaluation.</summary>
/// <param name="Arrived">Whether its results are here.</param>
/// <param name="Results">Null until then.</param>
internal sealed record ShardResults(bool Arrived, EpisodeResults? Results) : IFields<ShardResults>
{
    public static TypeName Name => new("shard-results", 1);

    public static ShardResults Fields<TVisitor>(scoped ref TVisitor visitor, ShardResults? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var arrived = value?.Arrived ?? false;
        var results = value?.Results;
        visitor.Field(1, "arrived", ref arrived);
        visitor.Record(2, "results", ref results);
        return TVisitor.Rebuilds ? new(arrived, results) : value!;
    }
}
