using ActorIL.Actors.Behaviors;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Policies;

/// <summary>Whose actions are taken: data that any actor can turn into a policy for its environment.</summary>
public abstract record PolicySource : IFields<PolicySource>
{
    private PolicySource() { }

    public static TypeName Name => new("policy-source", 1);

    public abstract T Match<T>(Func<Trained, T> trained, Func<Controller, T> controller);

    public abstract TState Match<TState, TOutbox>(
        in Ctx ctx,
        TState state,
        scoped ref TOutbox outbox,
        Arm<TState, Trained, TOutbox> trained,
        Arm<TState, Controller, TOutbox> controller
    )
        where TOutbox : allows ref struct;

    public static PolicySource Fields<TVisitor>(scoped ref TVisitor visitor, PolicySource? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var trained = value as Trained;
        var controller = value as Controller;
        visitor.Case(1, "trained", ref trained);
        visitor.Case(2, "controller", ref controller);
        return TVisitor.Rebuilds ? ((PolicySource?)trained ?? controller)! : value!;
    }

    /// <summary>A trained policy, acting by its mode unless it is told to sample.</summary>
    /// <param name="Snapshot">Network, parameters and normaliser.</param>
    public sealed record Trained(PolicySnapshot Snapshot) : PolicySource, IFields<Trained>
    {
        public static new TypeName Name => new("policy-source.trained", 1);

        public override T Match<T>(Func<Trained, T> trained, Func<Controller, T> controller) => trained(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Trained, TOutbox> trained,
            Arm<TState, Controller, TOutbox> controller
        ) => trained(in ctx, state, this, ref outbox);

        public static Trained Fields<TVisitor>(scoped ref TVisitor visitor, Trained? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var snapshot = value?.Snapshot;
            visitor.Record(1, "snapshot", ref snapshot);
            return TVisitor.Rebuilds ? new(snapshot!) : value!;
        }
    }

    /// <summary>The environment's scripted controller.</summary>
    public sealed record Controller : PolicySource, IFields<Controller>
    {
        public static new TypeName Name => new("policy-source.controller", 1);

        public override T Match<T>(Func<Trained, T> trained, Func<Controller, T> controller) => controller(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Trained, TOutbox> trained,
            Arm<TState, Controller, TOutbox> controller
        ) => controller(in ctx, state, this, ref outbox);

        public static Controller Fields<TVisitor>(scoped ref TVisitor visitor, Controller? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            return value ?? new();
        }
    }
}
