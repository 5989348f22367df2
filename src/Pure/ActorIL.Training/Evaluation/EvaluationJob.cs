using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Core.Fields;
using ActorIL.Environments.Stepping;

namespace ActorIL.Training.Evaluation;

/// <summary>An evaluation under way.</summary>
/// <param name="Number">Counted from 0.</param>
/// <param name="ReplyTo">Who is waiting.</param>
/// <param name="Shards">One entry a shard.</param>
internal sealed record EvaluationJob(long Number, ReplyTo<EpisodeResults> ReplyTo, ImmutableArray<ShardResults> Shards)
    : IFields<EvaluationJob>
{
    public static TypeName Name => new("evaluation-job", 1);

    /// <summary>A shard that has not answered.</summary>
    public static ShardResults Missing => new(Arrived: false, Results: null);

    public static EvaluationJob Fields<TVisitor>(scoped ref TVisitor visitor, EvaluationJob? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var number = value?.Number ?? 0L;
        var replyTo = value?.ReplyTo ?? default;
        var shards = value?.Shards ?? [];
        visitor.Field(1, "number", ref number);
        visitor.Record(2, "reply_to", ref replyTo);
        visitor.Records(4, "shards", ref shards);
        return TVisitor.Rebuilds ? new(number, replyTo, shards) : value!;
    }
}
