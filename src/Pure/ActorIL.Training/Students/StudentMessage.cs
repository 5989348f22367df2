using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Students;

/// <summary>What a student understands.</summary>
internal abstract record StudentMessage : IFields<StudentMessage>
{
    private StudentMessage() { }

    public static TypeName Name => new("student-message", 1);

    public abstract T Match<T>(Func<Train, T> train, Func<Reconfigure, T> reconfigure);

    public abstract TState Match<TState, TOutbox>(
        in Ctx ctx,
        TState state,
        scoped ref TOutbox outbox,
        Arm<TState, Train, TOutbox> train,
        Arm<TState, Reconfigure, TOutbox> reconfigure
    )
        where TOutbox : allows ref struct;

    public static StudentMessage Fields<TVisitor>(scoped ref TVisitor visitor, StudentMessage? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var train = value as Train;
        var reconfigure = value as Reconfigure;
        visitor.Case(1, "train", ref train);
        visitor.Case(2, "reconfigure", ref reconfigure);
        return TVisitor.Rebuilds ? ((StudentMessage?)train ?? reconfigure)! : value!;
    }

    /// <summary>Learn from all of this.</summary>
    /// <param name="Data">Labelled observations, at least one.</param>
    /// <param name="ReplyTo">Who is waiting.</param>
    public sealed record Train(LabelledBatch Data, ReplyTo<StudentTrained> ReplyTo) : StudentMessage, IFields<Train>
    {
        public static new TypeName Name => new("student-message.train", 1);

        /// <summary>Every pair was recorded where it was labelled.</summary>
        public static ImmutableArray<int> Recomputed => [1];

        public override T Match<T>(Func<Train, T> train, Func<Reconfigure, T> reconfigure) => train(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Train, TOutbox> train,
            Arm<TState, Reconfigure, TOutbox> reconfigure
        ) => train(in ctx, state, this, ref outbox);

        public static Train Fields<TVisitor>(scoped ref TVisitor visitor, Train? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var data = value?.Data;
            var replyTo = value?.ReplyTo ?? default;
            visitor.Record(1, "data", ref data);
            visitor.Record(2, "reply_to", ref replyTo);
            return TVisitor.Rebuilds ? new(data!, replyTo) : value!;
        }
    }

    /// <summary>Go on under this configuration.</summary>
    /// <param name="Keys">The keys that have changed, with commas between them.</param>
    public sealed record Reconfigure(string Keys) : StudentMessage, IFields<Reconfigure>
    {
        public static new TypeName Name => new("student-message.reconfigure", 1);

        public override T Match<T>(Func<Train, T> train, Func<Reconfigure, T> reconfigure) => reconfigure(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Train, TOutbox> train,
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
