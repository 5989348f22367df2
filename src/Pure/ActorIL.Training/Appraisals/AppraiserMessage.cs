using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Core.Fields;
using ActorIL.Training.Collection;
using ActorIL.Training.Experts;
using ActorIL.Training.Outside;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Appraisals;

/// <summary>What an appraiser understands.</summary>
internal abstract record AppraiserMessage : IFields<AppraiserMessage>
{
    private AppraiserMessage() { }

    public static TypeName Name => new("appraiser-message", 1);

    public abstract T Match<T>(Func<Appraise, T> appraise, Func<Appraised, T> appraised);

    public abstract TState Match<TState, TOutbox>(
        in Ctx ctx,
        TState state,
        scoped ref TOutbox outbox,
        Arm<TState, Appraise, TOutbox> appraise,
        Arm<TState, Appraised, TOutbox> appraised
    )
        where TOutbox : allows ref struct;

    public static AppraiserMessage Fields<TVisitor>(scoped ref TVisitor visitor, AppraiserMessage? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var appraise = value as Appraise;
        var appraised = value as Appraised;
        visitor.Case(1, "appraise", ref appraise);
        visitor.Case(2, "appraised", ref appraised);
        return TVisitor.Rebuilds ? ((AppraiserMessage?)appraise ?? appraised)! : value!;
    }

    /// <summary>Say what every candidate action costs in the labelled steps of these episodes.</summary>
    /// <param name="Visit">Whole episodes, with their key and the steps that are asked about.</param>
    /// <param name="Expert">Who drives on after the candidate's step.</param>
    /// <param name="ReplyTo">Who is waiting.</param>
    public sealed record Appraise(Collected Visit, PolicySource Expert, ReplyTo<ExpertLabels> ReplyTo)
        : AppraiserMessage,
            IFields<Appraise>
    {
        public static new TypeName Name => new("appraiser-message.appraise", 1);

        /// <summary>Every step was recorded when it was visited.</summary>
        public static ImmutableArray<int> Recomputed => [1];

        public override T Match<T>(Func<Appraise, T> appraise, Func<Appraised, T> appraised) => appraise(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Appraise, TOutbox> appraise,
            Arm<TState, Appraised, TOutbox> appraised
        ) => appraise(in ctx, state, this, ref outbox);

        public static Appraise Fields<TVisitor>(scoped ref TVisitor visitor, Appraise? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var visit = value?.Visit;
            var expert = value?.Expert;
            var replyTo = value?.ReplyTo ?? default;
            visitor.Record(1, "visit", ref visit);
            visitor.Record(2, "expert", ref expert);
            visitor.Record(3, "reply_to", ref replyTo);
            return TVisitor.Rebuilds ? new(visit!, expert!, replyTo) : value!;
        }
    }

    /// <summary>Forks that were performed, of an environment in another process.</summary>
    /// <param name="Result">What came of it.</param>
    public sealed record Appraised(WorkResult<Appraisal> Result) : AppraiserMessage, IFields<Appraised>
    {
        public static new TypeName Name => new("appraiser-message.appraised", 1);

        public override T Match<T>(Func<Appraise, T> appraise, Func<Appraised, T> appraised) => appraised(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Appraise, TOutbox> appraise,
            Arm<TState, Appraised, TOutbox> appraised
        ) => appraised(in ctx, state, this, ref outbox);

        public static Appraised Fields<TVisitor>(scoped ref TVisitor visitor, Appraised? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var result = value?.Result;
            visitor.Record(1, "result", ref result);
            return TVisitor.Rebuilds ? new(result!) : value!;
        }
    }
}
