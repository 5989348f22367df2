using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Driving;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Execution;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Behaviors;

/// <summary>What an actor does, of whatever state and message: what Spawn takes.</summary>
public abstract record Behavior
{
    private protected Behavior() { }

    /// <summary>Name and version, stable for ever.</summary>
    public abstract TypeName BehaviorName { get; }

    /// <summary>How this actor's answer to a child's failure is carried out.</summary>
    public virtual SupervisionStrategy Strategy => SupervisionStrategy.Default;

    /// <summary>Messages the stash may hold; one more is a failure of this behaviour.</summary>
    public virtual int StashCountMax => 1024;

    /// <summary>
    /// The behaviour this actor gives its child of that name, the same as its Spawn does; null where it has no such
    /// child. Asked when a snapshot is restored. Overridden by every behaviour that spawns.
    /// </summary>
    public virtual Behavior? ChildBehavior(in Ctx ctx, string name) => null;

    internal abstract ActorCell CreateCell(in CellIdentity identity);

    internal abstract ActorDriver CreateDriver(ActorId self, ActorId parent, RngKey key);
}

/// <summary>
/// A pure module: a sealed record whose properties are its configuration. A step takes the state and gives the next
/// one; everything else it wants done is appended to the outbox, and happens only if the step does not throw.
/// </summary>
/// <remarks>
/// A throw from any of these functions is a failure: the step is undone, the message dropped, the actor suspended, and
/// the parent asked for a directive.
/// </remarks>
public abstract record Behavior<TState, TMessage> : Behavior
    where TState : IFields<TState>
    where TMessage : class, IFields<TMessage>
{
    /// <summary>The first state, at the start and after each restart.</summary>
    public abstract TState Init(in Ctx ctx, scoped ref Outbox outbox);

    /// <summary>The state after <paramref name="message"/>.</summary>
    public abstract TState Receive(in Ctx ctx, TState state, TMessage message, scoped ref Outbox outbox);

    /// <summary>The answer to the failure of a child. Restart unless overridden.</summary>
    public virtual Directive Supervise(TState state, in Failure failure) => Directive.Restart;

    /// <summary>The message that the outcome of an ask becomes. Overridden by every behaviour that asks.</summary>
    /// <param name="tag">As given to Ask.</param>
    /// <param name="outcome">What came of it.</param>
    public virtual TMessage FromAsk(int tag, AskOutcome outcome) =>
        throw new NotSupportedException($"{BehaviorName} asks but does not override {nameof(FromAsk)}.");

    /// <summary>
    /// The message that the result of an external operation becomes. Overridden by every behaviour that performs one.
    /// </summary>
    /// <param name="tag">As given to Perform.</param>
    /// <param name="outcome">What came of it.</param>
    public virtual TMessage FromPerform(int tag, ExternalOutcome outcome) =>
        throw new NotSupportedException($"{BehaviorName} performs but does not override {nameof(FromPerform)}.");

    /// <summary>
    /// The message that tells this behaviour, the new configuration, that it goes on from the state of another one.
    /// Overridden by every behaviour that a fork may reconfigure.
    /// </summary>
    /// <param name="changedKeys">The configuration keys that have changed.</param>
    public virtual TMessage FromReconfigure(ImmutableArray<string> changedKeys) =>
        throw new NotSupportedException(
            $"{BehaviorName} does not override {nameof(FromReconfigure)}, so it cannot change in flight."
        );

    internal sealed override ActorCell CreateCell(in CellIdentity identity) =>
        new ActorCell<TState, TMessage>(this, in identity);

    internal sealed override ActorDriver CreateDriver(ActorId self, ActorId parent, RngKey key) =>
        new ActorDriver<TState, TMessage>(this, self, parent, key);
}
