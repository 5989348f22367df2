using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Collection;
using ActorIL.Training.Experts;
using ActorIL.Training.Policies;
using ActorIL.Training.Students;

namespace ActorIL.Training.Dagger;

/// <summary>What the DAgger trainer understands.</summary>
internal abstract record DaggerMessage : IFields<DaggerMessage>
{
    private DaggerMessage() { }

    public static TypeName Name => new("dagger-message", 1);

    public abstract T Match<T>(
        Func<Begin, T> begin,
        Func<Visited, T> visited,
        Func<Labelled, T> labelled,
        Func<Aggregated, T> aggregated,
        Func<Taught, T> taught,
        Func<Validated, T> validated,
        Func<Reconfigure, T> reconfigure
    );

    public abstract TState Match<TState, TOutbox>(
        in Ctx ctx,
        TState state,
        scoped ref TOutbox outbox,
        Arm<TState, Begin, TOutbox> begin,
        Arm<TState, Visited, TOutbox> visited,
        Arm<TState, Labelled, TOutbox> labelled,
        Arm<TState, Aggregated, TOutbox> aggregated,
        Arm<TState, Taught, TOutbox> taught,
        Arm<TState, Validated, TOutbox> validated,
        Arm<TState, Reconfigure, TOutbox> reconfigure
    )
        where TOutbox : allows ref struct;

    public static DaggerMessage Fields<TVisitor>(scoped ref TVisitor visitor, DaggerMessage? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var begin = value as Begin;
        var visited = value as Visited;
        var labelled = value as Labelled;
        var aggregated = value as Aggregated;
        var taught = value as Taught;
        var validated = value as Validated;
        var reconfigure = value as Reconfigure;
        visitor.Case(1, "begin", ref begin);
        visitor.Case(2, "visited", ref visited);
        visitor.Case(3, "labelled", ref labelled);
        visitor.Case(4, "aggregated", ref aggregated);
        visitor.Case(5, "taught", ref taught);
        visitor.Case(6, "validated", ref validated);
        visitor.Case(7, "reconfigure", ref reconfigure);
        return TVisitor.Rebuilds
            ? (
                (DaggerMessage?)begin
                ?? (DaggerMessage?)visited
                ?? (DaggerMessage?)labelled
                ?? (DaggerMessage?)aggregated
                ?? (DaggerMessage?)taught
                ?? (DaggerMessage?)validated
                ?? reconfigure
            )!
            : value!;
    }

    /// <summary>Train from the start.</summary>
    /// <param name="Expert">Who labels and drives now and then.</param>
    /// <param name="ReplyTo">Who is waiting.</param>
    public sealed record Begin(PolicySource Expert, ReplyTo<DaggerTrained> ReplyTo) : DaggerMessage, IFields<Begin>
    {
        public static new TypeName Name => new("dagger-message.begin", 1);

        public override T Match<T>(
            Func<Begin, T> begin,
            Func<Visited, T> visited,
            Func<Labelled, T> labelled,
            Func<Aggregated, T> aggregated,
            Func<Taught, T> taught,
            Func<Validated, T> validated,
            Func<Reconfigure, T> reconfigure
        ) => begin(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Begin, TOutbox> begin,
            Arm<TState, Visited, TOutbox> visited,
            Arm<TState, Labelled, TOutbox> labelled,
            Arm<TState, Aggregated, TOutbox> aggregated,
            Arm<TState, Taught, TOutbox> taught,
            Arm<TState, Validated, TOutbox> validated,
            Arm<TState, Reconfigure, TOutbox> reconfigure
        ) => begin(in ctx, state, this, ref outbox);

        public static Begin Fields<TVisitor>(scoped ref TVisitor visitor, Begin? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var expert = value?.Expert;
            var replyTo = value?.ReplyTo ?? default;
            visitor.Record(1, "expert", ref expert);
            visitor.Record(2, "reply_to", ref replyTo);
            return TVisitor.Rebuilds ? new(expert!, replyTo) : value!;
        }
    }

    /// <summary>The states of a round are here.</summary>
    /// <param name="Collected">What the student, or the expert in its place, visited.</param>
    public sealed record Visited(Collected Collected) : DaggerMessage, IFields<Visited>
    {
        public static new TypeName Name => new("dagger-message.visited", 1);

        public override T Match<T>(
            Func<Begin, T> begin,
            Func<Visited, T> visited,
            Func<Labelled, T> labelled,
            Func<Aggregated, T> aggregated,
            Func<Taught, T> taught,
            Func<Validated, T> validated,
            Func<Reconfigure, T> reconfigure
        ) => visited(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Begin, TOutbox> begin,
            Arm<TState, Visited, TOutbox> visited,
            Arm<TState, Labelled, TOutbox> labelled,
            Arm<TState, Aggregated, TOutbox> aggregated,
            Arm<TState, Taught, TOutbox> taught,
            Arm<TState, Validated, TOutbox> validated,
            Arm<TState, Reconfigure, TOutbox> reconfigure
        ) => visited(in ctx, state, this, ref outbox);

        public static Visited Fields<TVisitor>(scoped ref TVisitor visitor, Visited? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var collected = value?.Collected;
            visitor.Record(1, "collected", ref collected);
            return TVisitor.Rebuilds ? new(collected!) : value!;
        }
    }

    /// <summary>The labels of the expert for them are here.</summary>
    /// <param name="Labels">One label a state.</param>
    public sealed record Labelled(ExpertLabels Labels) : DaggerMessage, IFields<Labelled>
    {
        public static new TypeName Name => new("dagger-message.labelled", 1);

        public override T Match<T>(
            Func<Begin, T> begin,
            Func<Visited, T> visited,
            Func<Labelled, T> labelled,
            Func<Aggregated, T> aggregated,
            Func<Taught, T> taught,
            Func<Validated, T> validated,
            Func<Reconfigure, T> reconfigure
        ) => labelled(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Begin, TOutbox> begin,
            Arm<TState, Visited, TOutbox> visited,
            Arm<TState, Labelled, TOutbox> labelled,
            Arm<TState, Aggregated, TOutbox> aggregated,
            Arm<TState, Taught, TOutbox> taught,
            Arm<TState, Validated, TOutbox> validated,
            Arm<TState, Reconfigure, TOutbox> reconfigure
        ) => labelled(in ctx, state, this, ref outbox);

        public static Labelled Fields<TVisitor>(scoped ref TVisitor visitor, Labelled? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var labels = value?.Labels;
            visitor.Record(1, "labels", ref labels);
            return TVisitor.Rebuilds ? new(labels!) : value!;
        }
    }

    /// <summary>Everything so far is here.</summary>
    /// <param name="Aggregate">All rounds in order.</param>
    public sealed record Aggregated(LabelledBatch Aggregate) : DaggerMessage, IFields<Aggregated>
    {
        public static new TypeName Name => new("dagger-message.aggregated", 1);

        /// <summary>Every pair was recorded when it was appended.</summary>
        public static ImmutableArray<int> Recomputed => [1];

        public override T Match<T>(
            Func<Begin, T> begin,
            Func<Visited, T> visited,
            Func<Labelled, T> labelled,
            Func<Aggregated, T> aggregated,
            Func<Taught, T> taught,
            Func<Validated, T> validated,
            Func<Reconfigure, T> reconfigure
        ) => aggregated(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Begin, TOutbox> begin,
            Arm<TState, Visited, TOutbox> visited,
            Arm<TState, Labelled, TOutbox> labelled,
            Arm<TState, Aggregated, TOutbox> aggregated,
            Arm<TState, Taught, TOutbox> taught,
            Arm<TState, Validated, TOutbox> validated,
            Arm<TState, Reconfigure, TOutbox> reconfigure
        ) => aggregated(in ctx, state, this, ref outbox);

        public static Aggregated Fields<TVisitor>(scoped ref TVisitor visitor, Aggregated? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var aggregate = value?.Aggregate;
            visitor.Record(1, "aggregate", ref aggregate);
            return TVisitor.Rebuilds ? new(aggregate!) : value!;
        }
    }

    /// <summary>The student of the round is here.</summary>
    /// <param name="Trained">The student.</param>
    /// <param name="Member">Which student of an ensemble, from 0.</param>
    public sealed record Taught(StudentTrained Trained, int Member) : DaggerMessage, IFields<Taught>
    {
        public static new TypeName Name => new("dagger-message.taught", 1);

        public override T Match<T>(
            Func<Begin, T> begin,
            Func<Visited, T> visited,
            Func<Labelled, T> labelled,
            Func<Aggregated, T> aggregated,
            Func<Taught, T> taught,
            Func<Validated, T> validated,
            Func<Reconfigure, T> reconfigure
        ) => taught(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Begin, TOutbox> begin,
            Arm<TState, Visited, TOutbox> visited,
            Arm<TState, Labelled, TOutbox> labelled,
            Arm<TState, Aggregated, TOutbox> aggregated,
            Arm<TState, Taught, TOutbox> taught,
            Arm<TState, Validated, TOutbox> validated,
            Arm<TState, Reconfigure, TOutbox> reconfigure
        ) => taught(in ctx, state, this, ref outbox);

        public static Taught Fields<TVisitor>(scoped ref TVisitor visitor, Taught? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var trained = value?.Trained;
            var member = value?.Member ?? 0;
            visitor.Record(1, "trained", ref trained);
            visitor.Field(2, "member", ref member);
            return TVisitor.Rebuilds ? new(trained!, member) : value!;
        }
    }

    /// <summary>A student was scored.</summary>
    /// <param name="Round">The round that made it, from 0.</param>
    /// <param name="Results">Its validation episodes.</param>
    public sealed record Validated(int Round, EpisodeResults Results) : DaggerMessage, IFields<Validated>
    {
        public static new TypeName Name => new("dagger-message.validated", 1);

        public override T Match<T>(
            Func<Begin, T> begin,
            Func<Visited, T> visited,
            Func<Labelled, T> labelled,
            Func<Aggregated, T> aggregated,
            Func<Taught, T> taught,
            Func<Validated, T> validated,
            Func<Reconfigure, T> reconfigure
        ) => validated(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Begin, TOutbox> begin,
            Arm<TState, Visited, TOutbox> visited,
            Arm<TState, Labelled, TOutbox> labelled,
            Arm<TState, Aggregated, TOutbox> aggregated,
            Arm<TState, Taught, TOutbox> taught,
            Arm<TState, Validated, TOutbox> validated,
            Arm<TState, Reconfigure, TOutbox> reconfigure
        ) => validated(in ctx, state, this, ref outbox);

        public static Validated Fields<TVisitor>(scoped ref TVisitor visitor, Validated? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var round = value?.Round ?? 0;
            var results = value?.Results;
            visitor.Field(1, "round", ref round);
            visitor.Record(2, "results", ref results);
            return TVisitor.Rebuilds ? new(round, results!) : value!;
        }
    }

    /// <summary>Go on under this configuration.</summary>
    /// <param name="Keys">The keys that have changed, with commas between them.</param>
    public sealed record Reconfigure(string Keys) : DaggerMessage, IFields<Reconfigure>
    {
        public static new TypeName Name => new("dagger-message.reconfigure", 1);

        public override T Match<T>(
            Func<Begin, T> begin,
            Func<Visited, T> visited,
            Func<Labelled, T> labelled,
            Func<Aggregated, T> aggregated,
            Func<Taught, T> taught,
            Func<Validated, T> validated,
            Func<Reconfigure, T> reconfigure
        ) => reconfigure(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Begin, TOutbox> begin,
            Arm<TState, Visited, TOutbox> visited,
            Arm<TState, Labelled, TOutbox> labelled,
            Arm<TState, Aggregated, TOutbox> aggregated,
            Arm<TState, Taught, TOutbox> taught,
            Arm<TState, Validated, TOutbox> validated,
            Arm<TState, Reconfigure, TOutbox> reconfigure
        ) => reconfigure(in ctx, state, this, ref outbox);

        public static Reconfigure Fields<TVisitor>(scoped ref TVisitor visitor, Reconfigure? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var keys = value?.Keys ?? "";
            visitor.Field(1, "keys", ref keys);
            return TVisitor.Rebuilds ? new(keys) : value!;
        }
    }
}
