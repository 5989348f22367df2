using ActorIL.Actors.Behaviors;
using ActorIL.Core.Fields;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Dagger;
using ActorIL.Training.Experts;
using ActorIL.Training.Learning;
using ActorIL.Training.Students;

namespace ActorIL.Training.Coordination;

/// <summary>What the coordinator hears from its stages.</summary>
public abstract record CoordinatorMessage : IFields<CoordinatorMessage>
{
    private CoordinatorMessage() { }

    public static TypeName Name => new("coordinator-message", 1);

    public abstract T Match<T>(
        Func<ExpertReady, T> expertReady,
        Func<Demonstrated, T> demonstrated,
        Func<CloneReady, T> cloneReady,
        Func<DaggerReady, T> daggerReady,
        Func<Evaluated, T> evaluated,
        Func<GeneratorReady, T> generatorReady,
        Func<Reconfigure, T> reconfigure
    );

    public abstract TState Match<TState, TOutbox>(
        in Ctx ctx,
        TState state,
        scoped ref TOutbox outbox,
        Arm<TState, ExpertReady, TOutbox> expertReady,
        Arm<TState, Demonstrated, TOutbox> demonstrated,
        Arm<TState, CloneReady, TOutbox> cloneReady,
        Arm<TState, DaggerReady, TOutbox> daggerReady,
        Arm<TState, Evaluated, TOutbox> evaluated,
        Arm<TState, GeneratorReady, TOutbox> generatorReady,
        Arm<TState, Reconfigure, TOutbox> reconfigure
    )
        where TOutbox : allows ref struct;

    public static CoordinatorMessage Fields<TVisitor>(scoped ref TVisitor visitor, CoordinatorMessage? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var expertReady = value as ExpertReady;
        var demonstrated = value as Demonstrated;
        var cloneReady = value as CloneReady;
        var daggerReady = value as DaggerReady;
        var evaluated = value as Evaluated;
        var reconfigure = value as Reconfigure;
        var generatorReady = value as GeneratorReady;
        visitor.Case(1, "expert_ready", ref expertReady);
        visitor.Case(2, "demonstrated", ref demonstrated);
        visitor.Case(3, "clone_ready", ref cloneReady);
        visitor.Case(4, "dagger_ready", ref daggerReady);
        visitor.Case(5, "evaluated", ref evaluated);
        visitor.Case(6, "reconfigure", ref reconfigure);
        visitor.Case(8, "generator_ready", ref generatorReady);
        return TVisitor.Rebuilds
            ? (
                (CoordinatorMessage?)expertReady
                ?? (CoordinatorMessage?)demonstrated
                ?? (CoordinatorMessage?)cloneReady
                ?? (CoordinatorMessage?)daggerReady
                ?? (CoordinatorMessage?)evaluated
                ?? (CoordinatorMessage?)generatorReady
                ?? reconfigure
            )!
            : value!;
    }

    /// <summary>The expert is trained.</summary>
    /// <param name="Trained">What PPO gave.</param>
    public sealed record ExpertReady(PpoTrained Trained) : CoordinatorMessage, IFields<ExpertReady>
    {
        public static new TypeName Name => new("coordinator-message.expert-ready", 1);

        public override T Match<T>(
            Func<ExpertReady, T> expertReady,
            Func<Demonstrated, T> demonstrated,
            Func<CloneReady, T> cloneReady,
            Func<DaggerReady, T> daggerReady,
            Func<Evaluated, T> evaluated,
            Func<GeneratorReady, T> generatorReady,
            Func<Reconfigure, T> reconfigure
        ) => expertReady(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, ExpertReady, TOutbox> expertReady,
            Arm<TState, Demonstrated, TOutbox> demonstrated,
            Arm<TState, CloneReady, TOutbox> cloneReady,
            Arm<TState, DaggerReady, TOutbox> daggerReady,
            Arm<TState, Evaluated, TOutbox> evaluated,
            Arm<TState, GeneratorReady, TOutbox> generatorReady,
            Arm<TState, Reconfigure, TOutbox> reconfigure
        ) => expertReady(in ctx, state, this, ref outbox);

        public static ExpertReady Fields<TVisitor>(scoped ref TVisitor visitor, ExpertReady? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var trained = value?.Trained;
            visitor.Record(1, "trained", ref trained);
            return TVisitor.Rebuilds ? new(trained!) : value!;
        }
    }

    /// <summary>Demonstrations are here.</summary>
    /// <param name="Full">Whether whole episodes, or cut ones.</param>
    /// <param name="Demonstrations">In order of episode.</param>
    /// <param name="Adversary">0 for the clones, else which of the plan's adversaries they are for, from 1.</param>
    public sealed record Demonstrated(bool Full, Demonstrations Demonstrations, int Adversary)
        : CoordinatorMessage,
            IFields<Demonstrated>
    {
        public static new TypeName Name => new("coordinator-message.demonstrated", 1);

        public override T Match<T>(
            Func<ExpertReady, T> expertReady,
            Func<Demonstrated, T> demonstrated,
            Func<CloneReady, T> cloneReady,
            Func<DaggerReady, T> daggerReady,
            Func<Evaluated, T> evaluated,
            Func<GeneratorReady, T> generatorReady,
            Func<Reconfigure, T> reconfigure
        ) => demonstrated(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, ExpertReady, TOutbox> expertReady,
            Arm<TState, Demonstrated, TOutbox> demonstrated,
            Arm<TState, CloneReady, TOutbox> cloneReady,
            Arm<TState, DaggerReady, TOutbox> daggerReady,
            Arm<TState, Evaluated, TOutbox> evaluated,
            Arm<TState, GeneratorReady, TOutbox> generatorReady,
            Arm<TState, Reconfigure, TOutbox> reconfigure
        ) => demonstrated(in ctx, state, this, ref outbox);

        public static Demonstrated Fields<TVisitor>(scoped ref TVisitor visitor, Demonstrated? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var full = value?.Full ?? false;
            var demonstrations = value?.Demonstrations;
            visitor.Field(1, "full", ref full);
            visitor.Record(2, "demonstrations", ref demonstrations);
            var adversary = value?.Adversary ?? 0;
            visitor.Field(3, "adversary", ref adversary);
            return TVisitor.Rebuilds ? new(full, demonstrations!, adversary) : value!;
        }
    }

    /// <summary>A clone is trained.</summary>
    /// <param name="Stage">Its stage.</param>
    /// <param name="Trained">The student.</param>
    public sealed record CloneReady(int Stage, StudentTrained Trained) : CoordinatorMessage, IFields<CloneReady>
    {
        public static new TypeName Name => new("coordinator-message.clone-ready", 1);

        public override T Match<T>(
            Func<ExpertReady, T> expertReady,
            Func<Demonstrated, T> demonstrated,
            Func<CloneReady, T> cloneReady,
            Func<DaggerReady, T> daggerReady,
            Func<Evaluated, T> evaluated,
            Func<GeneratorReady, T> generatorReady,
            Func<Reconfigure, T> reconfigure
        ) => cloneReady(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, ExpertReady, TOutbox> expertReady,
            Arm<TState, Demonstrated, TOutbox> demonstrated,
            Arm<TState, CloneReady, TOutbox> cloneReady,
            Arm<TState, DaggerReady, TOutbox> daggerReady,
            Arm<TState, Evaluated, TOutbox> evaluated,
            Arm<TState, GeneratorReady, TOutbox> generatorReady,
            Arm<TState, Reconfigure, TOutbox> reconfigure
        ) => cloneReady(in ctx, state, this, ref outbox);

        public static CloneReady Fields<TVisitor>(scoped ref TVisitor visitor, CloneReady? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var stage = value?.Stage ?? 0;
            var trained = value?.Trained;
            visitor.Field(1, "stage", ref stage);
            visitor.Record(2, "trained", ref trained);
            return TVisitor.Rebuilds ? new(stage, trained!) : value!;
        }
    }

    /// <summary>DAgger is done.</summary>
    /// <param name="Trained">What it gave.</param>
    /// <param name="Student">0 for the run's own DAgger, else which of the plan's students, from 1.</param>
    public sealed record DaggerReady(DaggerTrained Trained, int Student) : CoordinatorMessage, IFields<DaggerReady>
    {
        public static new TypeName Name => new("coordinator-message.dagger-ready", 1);

        public override T Match<T>(
            Func<ExpertReady, T> expertReady,
            Func<Demonstrated, T> demonstrated,
            Func<CloneReady, T> cloneReady,
            Func<DaggerReady, T> daggerReady,
            Func<Evaluated, T> evaluated,
            Func<GeneratorReady, T> generatorReady,
            Func<Reconfigure, T> reconfigure
        ) => daggerReady(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, ExpertReady, TOutbox> expertReady,
            Arm<TState, Demonstrated, TOutbox> demonstrated,
            Arm<TState, CloneReady, TOutbox> cloneReady,
            Arm<TState, DaggerReady, TOutbox> daggerReady,
            Arm<TState, Evaluated, TOutbox> evaluated,
            Arm<TState, GeneratorReady, TOutbox> generatorReady,
            Arm<TState, Reconfigure, TOutbox> reconfigure
        ) => daggerReady(in ctx, state, this, ref outbox);

        public static DaggerReady Fields<TVisitor>(scoped ref TVisitor visitor, DaggerReady? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var trained = value?.Trained;
            visitor.Record(1, "trained", ref trained);
            var student = value?.Student ?? 0;
            visitor.Field(2, "student", ref student);
            return TVisitor.Rebuilds ? new(trained!, student) : value!;
        }
    }

    /// <summary>A stage was scored.</summary>
    /// <param name="Stage">Which.</param>
    /// <param name="Results">Its evaluation episodes.</param>
    public sealed record Evaluated(int Stage, EpisodeResults Results) : CoordinatorMessage, IFields<Evaluated>
    {
        public static new TypeName Name => new("coordinator-message.evaluated", 1);

        public override T Match<T>(
            Func<ExpertReady, T> expertReady,
            Func<Demonstrated, T> demonstrated,
            Func<CloneReady, T> cloneReady,
            Func<DaggerReady, T> daggerReady,
            Func<Evaluated, T> evaluated,
            Func<GeneratorReady, T> generatorReady,
            Func<Reconfigure, T> reconfigure
        ) => evaluated(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, ExpertReady, TOutbox> expertReady,
            Arm<TState, Demonstrated, TOutbox> demonstrated,
            Arm<TState, CloneReady, TOutbox> cloneReady,
            Arm<TState, DaggerReady, TOutbox> daggerReady,
            Arm<TState, Evaluated, TOutbox> evaluated,
            Arm<TState, GeneratorReady, TOutbox> generatorReady,
            Arm<TState, Reconfigure, TOutbox> reconfigure
        ) => evaluated(in ctx, state, this, ref outbox);

        public static Evaluated Fields<TVisitor>(scoped ref TVisitor visitor, Evaluated? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var stage = value?.Stage ?? 0;
            var results = value?.Results;
            visitor.Field(1, "stage", ref stage);
            visitor.Record(2, "results", ref results);
            return TVisitor.Rebuilds ? new(stage, results!) : value!;
        }
    }

    /// <summary>A generator is trained.</summary>
    /// <param name="Adversary">Which of the plan's adversaries, from 0.</param>
    /// <param name="Trained">What PPO gave.</param>
    public sealed record GeneratorReady(int Adversary, PpoTrained Trained) : CoordinatorMessage, IFields<GeneratorReady>
    {
        public static new TypeName Name => new("coordinator-message.generator-ready", 1);

        public override T Match<T>(
            Func<ExpertReady, T> expertReady,
            Func<Demonstrated, T> demonstrated,
            Func<CloneReady, T> cloneReady,
            Func<DaggerReady, T> daggerReady,
            Func<Evaluated, T> evaluated,
            Func<GeneratorReady, T> generatorReady,
            Func<Reconfigure, T> reconfigure
        ) => generatorReady(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, ExpertReady, TOutbox> expertReady,
            Arm<TState, Demonstrated, TOutbox> demonstrated,
            Arm<TState, CloneReady, TOutbox> cloneReady,
            Arm<TState, DaggerReady, TOutbox> daggerReady,
            Arm<TState, Evaluated, TOutbox> evaluated,
            Arm<TState, GeneratorReady, TOutbox> generatorReady,
            Arm<TState, Reconfigure, TOutbox> reconfigure
        ) => generatorReady(in ctx, state, this, ref outbox);

        public static GeneratorReady Fields<TVisitor>(scoped ref TVisitor visitor, GeneratorReady? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var adversary = value?.Adversary ?? 0;
            var trained = value?.Trained;
            visitor.Field(1, "adversary", ref adversary);
            visitor.Record(2, "trained", ref trained);
            return TVisitor.Rebuilds ? new(adversary, trained!) : value!;
        }
    }

    /// <summary>Go on under this configuration.</summary>
    /// <param name="Keys">The keys that have changed, with commas between them.</param>
    public sealed record Reconfigure(string Keys) : CoordinatorMessage, IFields<Reconfigure>
    {
        public static new TypeName Name => new("coordinator-message.reconfigure", 1);

        public override T Match<T>(
            Func<ExpertReady, T> expertReady,
            Func<Demonstrated, T> demonstrated,
            Func<CloneReady, T> cloneReady,
            Func<DaggerReady, T> daggerReady,
            Func<Evaluated, T> evaluated,
            Func<GeneratorReady, T> generatorReady,
            Func<Reconfigure, T> reconfigure
        ) => reconfigure(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, ExpertReady, TOutbox> expertReady,
            Arm<TState, Demonstrated, TOutbox> demonstrated,
            Arm<TState, CloneReady, TOutbox> cloneReady,
            Arm<TState, DaggerReady, TOutbox> daggerReady,
            Arm<TState, Evaluated, TOutbox> evaluated,
            Arm<TState, GeneratorReady, TOutbox> generatorReady,
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
