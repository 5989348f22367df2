using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;
using ActorIL.Training.Collection;
using ActorIL.Training.Outside;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Visits;

/// <summary>What a visitor understands.</summary>
internal abstract record VisitorMessage : IFields<VisitorMessage>
{
    private VisitorMessage() { }

    public static TypeName Name => new("visitor-message", 1);

    public abstract T Match<T>(Func<Visit, T> visit, Func<Visited, T> visited);

    public abstract TState Match<TState, TOutbox>(
        in Ctx ctx,
        TState state,
        scoped ref TOutbox outbox,
        Arm<TState, Visit, TOutbox> visit,
        Arm<TState, Visited, TOutbox> visited
    )
        where TOutbox : allows ref struct;

    public static VisitorMessage Fields<TVisitor>(scoped ref TVisitor visitor, VisitorMessage? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var visit = value as Visit;
        var visited = value as Visited;
        visitor.Case(1, "visit", ref visit);
        visitor.Case(2, "visited", ref visited);
        return TVisitor.Rebuilds ? ((VisitorMessage?)visit ?? visited)! : value!;
    }

    /// <summary>Go through some episodes.</summary>
    /// <param name="Round">Of the lesson that follows, from 0.</param>
    /// <param name="EpisodeCount">How many, at least 1.</param>
    /// <param name="Students">The members of the student; empty before the first lesson: the expert drives.</param>
    /// <param name="Expert">Who sits beside it.</param>
    /// <param name="ReplyTo">Who is waiting.</param>
    public sealed record Visit(
        int Round,
        int EpisodeCount,
        ImmutableArray<PolicySnapshot> Students,
        PolicySource Expert,
        ReplyTo<Collected> ReplyTo
    ) : VisitorMessage, IFields<Visit>
    {
        public static new TypeName Name => new("visitor-message.visit", 1);

        public override T Match<T>(Func<Visit, T> visit, Func<Visited, T> visited) => visit(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Visit, TOutbox> visit,
            Arm<TState, Visited, TOutbox> visited
        ) => visit(in ctx, state, this, ref outbox);

        public static Visit Fields<TVisitor>(scoped ref TVisitor visitor, Visit? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var round = value?.Round ?? 0;
            var episodeCount = value?.EpisodeCount ?? 0;
            var students = value?.Students ?? [];
            var expert = value?.Expert;
            var replyTo = value?.ReplyTo ?? default;
            visitor.Field(1, "round", ref round);
            visitor.Field(2, "episode_count", ref episodeCount);
            visitor.Records(3, "students", ref students);
            visitor.Record(4, "expert", ref expert);
            visitor.Record(5, "reply_to", ref replyTo);
            return TVisitor.Rebuilds ? new(round, episodeCount, students, expert!, replyTo) : value!;
        }
    }

    /// <summary>Episodes that were performed, of an environment in another process.</summary>
    /// <param name="Result">What came of it.</param>
    public sealed record Visited(WorkResult<Collected> Result) : VisitorMessage, IFields<Visited>
    {
        public static new TypeName Name => new("visitor-message.visited", 1);

        public override T Match<T>(Func<Visit, T> visit, Func<Visited, T> visited) => visited(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Visit, TOutbox> visit,
            Arm<TState, Visited, TOutbox> visited
        ) => visited(in ctx, state, this, ref outbox);

        public static Visited Fields<TVisitor>(scoped ref TVisitor visitor, Visited? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var result = value?.Result;
            visitor.Record(1, "result", ref result);
            return TVisitor.Rebuilds ? new(result!) : value!;
        }
    }
}
