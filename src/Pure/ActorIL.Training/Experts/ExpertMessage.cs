using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Core.Fields;
using ActorIL.Training.Outside;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Experts;

/// <summary>What the expert understands.</summary>
internal abstract record ExpertMessage : IFields<ExpertMessage>
{
    private ExpertMessage() { }

    public static TypeName Name => new("expert-message", 1);

    public abstract T Match<T>(
        Func<Assume, T> assume,
        Func<Demonstrate, T> demonstrate,
        Func<Label, T> label,
        Func<Drove, T> drove
    );

    public abstract TState Match<TState, TOutbox>(
        in Ctx ctx,
        TState state,
        scoped ref TOutbox outbox,
        Arm<TState, Assume, TOutbox> assume,
        Arm<TState, Demonstrate, TOutbox> demonstrate,
        Arm<TState, Label, TOutbox> label,
        Arm<TState, Drove, TOutbox> drove
    )
        where TOutbox : allows ref struct;

    public static ExpertMessage Fields<TVisitor>(scoped ref TVisitor visitor, ExpertMessage? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var assume = value as Assume;
        var demonstrate = value as Demonstrate;
        var label = value as Label;
        var drove = value as Drove;
        visitor.Case(1, "assume", ref assume);
        visitor.Case(2, "demonstrate", ref demonstrate);
        visitor.Case(3, "label", ref label);
        visitor.Case(4, "drove", ref drove);
        return TVisitor.Rebuilds
            ? ((ExpertMessage?)assume ?? (ExpertMessage?)demonstrate ?? (ExpertMessage?)label ?? drove)!
            : value!;
    }

    /// <summary>Act as this policy from now on.</summary>
    /// <param name="Policy">Whose actions are the expert's.</param>
    public sealed record Assume(PolicySource Policy) : ExpertMessage, IFields<Assume>
    {
        public static new TypeName Name => new("expert-message.assume", 1);

        public override T Match<T>(
            Func<Assume, T> assume,
            Func<Demonstrate, T> demonstrate,
            Func<Label, T> label,
            Func<Drove, T> drove
        ) => assume(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Assume, TOutbox> assume,
            Arm<TState, Demonstrate, TOutbox> demonstrate,
            Arm<TState, Label, TOutbox> label,
            Arm<TState, Drove, TOutbox> drove
        ) => assume(in ctx, state, this, ref outbox);

        public static Assume Fields<TVisitor>(scoped ref TVisitor visitor, Assume? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var policy = value?.Policy;
            visitor.Record(1, "policy", ref policy);
            return TVisitor.Rebuilds ? new(policy!) : value!;
        }
    }

    /// <summary>Drive some episodes.</summary>
    /// <param name="EpisodeCount">How many, at least 1.</param>
    /// <param name="StepsMax">Steps after which an episode is cut, at least 1.</param>
    /// <param name="ReplyTo">Who is waiting.</param>
    public sealed record Demonstrate(int EpisodeCount, int StepsMax, ReplyTo<Demonstrations> ReplyTo)
        : ExpertMessage,
            IFields<Demonstrate>
    {
        public static new TypeName Name => new("expert-message.demonstrate", 1);

        /// <summary>Whether actions are sampled.</summary>
        public bool Samples { get; init; }

        public override T Match<T>(
            Func<Assume, T> assume,
            Func<Demonstrate, T> demonstrate,
            Func<Label, T> label,
            Func<Drove, T> drove
        ) => demonstrate(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Assume, TOutbox> assume,
            Arm<TState, Demonstrate, TOutbox> demonstrate,
            Arm<TState, Label, TOutbox> label,
            Arm<TState, Drove, TOutbox> drove
        ) => demonstrate(in ctx, state, this, ref outbox);

        public static Demonstrate Fields<TVisitor>(scoped ref TVisitor visitor, Demonstrate? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var episodeCount = value?.EpisodeCount ?? 0;
            var stepsMax = value?.StepsMax ?? 0;
            var replyTo = value?.ReplyTo ?? default;
            var samples = value?.Samples ?? false;
            visitor.Field(1, "episode_count", ref episodeCount);
            visitor.Field(2, "steps_max", ref stepsMax);
            visitor.Record(3, "reply_to", ref replyTo);
            visitor.Field(4, "samples", ref samples);
            return TVisitor.Rebuilds ? new(episodeCount, stepsMax, replyTo) { Samples = samples } : value!;
        }
    }

    /// <summary>Say what you would do.</summary>
    /// <param name="Observations">Shape [n, observation size].</param>
    /// <param name="ReplyTo">Who is waiting.</param>
    public sealed record Label(ImmutableArray<float> Observations, ReplyTo<ExpertLabels> ReplyTo)
        : ExpertMessage,
            IFields<Label>
    {
        public static new TypeName Name => new("expert-message.label", 1);

        public static ImmutableArray<int> Recomputed => [1];

        public override T Match<T>(
            Func<Assume, T> assume,
            Func<Demonstrate, T> demonstrate,
            Func<Label, T> label,
            Func<Drove, T> drove
        ) => label(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Assume, TOutbox> assume,
            Arm<TState, Demonstrate, TOutbox> demonstrate,
            Arm<TState, Label, TOutbox> label,
            Arm<TState, Drove, TOutbox> drove
        ) => label(in ctx, state, this, ref outbox);

        public static Label Fields<TVisitor>(scoped ref TVisitor visitor, Label? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var observations = value?.Observations ?? [];
            var replyTo = value?.ReplyTo ?? default;
            visitor.Field(1, "observations", ref observations);
            visitor.Record(2, "reply_to", ref replyTo);
            return TVisitor.Rebuilds ? new(observations, replyTo) : value!;
        }
    }

    /// <summary>Episodes that were performed, of an environment in another process.</summary>
    /// <param name="Result">What came of them.</param>
    public sealed record Drove(WorkResult<Demonstrations> Result) : ExpertMessage, IFields<Drove>
    {
        public static new TypeName Name => new("expert-message.drove", 1);

        public override T Match<T>(
            Func<Assume, T> assume,
            Func<Demonstrate, T> demonstrate,
            Func<Label, T> label,
            Func<Drove, T> drove
        ) => drove(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Assume, TOutbox> assume,
            Arm<TState, Demonstrate, TOutbox> demonstrate,
            Arm<TState, Label, TOutbox> label,
            Arm<TState, Drove, TOutbox> drove
        ) => drove(in ctx, state, this, ref outbox);

        public static Drove Fields<TVisitor>(scoped ref TVisitor visitor, Drove? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var result = value?.Result;
            visitor.Record(1, "result", ref result);
            return TVisitor.Rebuilds ? new(result!) : value!;
        }
    }
}
