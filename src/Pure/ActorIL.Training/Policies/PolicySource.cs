using System.Collections.Immutable;
using ActorIL.Actors.Behaviors;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Policies;

/// <summary>Whose actions are taken: data that any actor can turn into a policy for its environment.</summary>
public abstract record PolicySource : IFields<PolicySource>
{
    private PolicySource() { }

    public static TypeName Name => new("policy-source", 1);

    public abstract T Match<T>(Func<Trained, T> trained, Func<Controller, T> controller, Func<Ensemble, T> ensemble);

    public abstract TState Match<TState, TOutbox>(
        in Ctx ctx,
        TState state,
        scoped ref TOutbox outbox,
        Arm<TState, Trained, TOutbox> trained,
        Arm<TState, Controller, TOutbox> controller,
        Arm<TState, Ensemble, TOutbox> ensemble
    )
        where TOutbox : allows ref struct;

    /// <summary>One trained policy, or several that act as one.</summary>
    /// <param name="members">At least one.</param>
    public static PolicySource Of(ImmutableArray<PolicySnapshot> members) =>
        members is [var single] ? new Trained(single) : new Ensemble(members);

    public static PolicySource Fields<TVisitor>(scoped ref TVisitor visitor, PolicySource? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var trained = value as Trained;
        var controller = value as Controller;
        var ensemble = value as Ensemble;
        visitor.Case(1, "trained", ref trained);
        visitor.Case(2, "controller", ref controller);
        visitor.Case(3, "ensemble", ref ensemble);
        return TVisitor.Rebuilds ? ((PolicySource?)trained ?? (PolicySource?)controller ?? ensemble)! : value!;
    }

    /// <summary>A trained policy, acting by its mode unless it is told to sample.</summary>
    /// <param name="Snapshot">What it is made of, parameters and normaliser.</param>
    public sealed record Trained(PolicySnapshot Snapshot) : PolicySource, IFields<Trained>
    {
        public static new TypeName Name => new("policy-source.trained", 1);

        public override T Match<T>(
            Func<Trained, T> trained,
            Func<Controller, T> controller,
            Func<Ensemble, T> ensemble
        ) => trained(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Trained, TOutbox> trained,
            Arm<TState, Controller, TOutbox> controller,
            Arm<TState, Ensemble, TOutbox> ensemble
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

        public override T Match<T>(
            Func<Trained, T> trained,
            Func<Controller, T> controller,
            Func<Ensemble, T> ensemble
        ) => controller(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Trained, TOutbox> trained,
            Arm<TState, Controller, TOutbox> controller,
            Arm<TState, Ensemble, TOutbox> ensemble
        ) => controller(in ctx, state, this, ref outbox);

        public static Controller Fields<TVisitor>(scoped ref TVisitor visitor, Controller? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            return value ?? new();
        }
    }

    /// <summary>Several trained policies that act as one.</summary>
    /// <param name="Members">At least one, all of one environment.</param>
    public sealed record Ensemble(ImmutableArray<PolicySnapshot> Members) : PolicySource, IFields<Ensemble>
    {
        public static new TypeName Name => new("policy-source.ensemble", 1);

        public override T Match<T>(
            Func<Trained, T> trained,
            Func<Controller, T> controller,
            Func<Ensemble, T> ensemble
        ) => ensemble(this);

        public override TState Match<TState, TOutbox>(
            in Ctx ctx,
            TState state,
            scoped ref TOutbox outbox,
            Arm<TState, Trained, TOutbox> trained,
            Arm<TState, Controller, TOutbox> controller,
            Arm<TState, Ensemble, TOutbox> ensemble
        ) => ensemble(in ctx, state, this, ref outbox);

        public static Ensemble Fields<TVisitor>(scoped ref TVisitor visitor, Ensemble? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var members = value?.Members ?? [];
            visitor.Records(1, "members", ref members);
            return TVisitor.Rebuilds ? new(members) : value!;
        }
    }
}
