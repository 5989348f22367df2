using ActorIL.Actors.Addressing;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Behaviors;

/// <summary>All that a behaviour may know beside its state and the message.</summary>
/// <param name="self">This actor.</param>
/// <param name="parent">Its parent; <see cref="ActorId.None"/> for the root.</param>
/// <param name="now">Virtual time in ticks, from 0.</param>
/// <param name="key">
/// Derived from (seed, path) alone, the same in each step and after a restart. Fold a purpose and a logical counter of
/// the state in before drawing.
/// </param>
/// <param name="forks">Who runs the parts of a step; null for the step itself.</param>
public readonly struct Ctx(ActorId self, ActorId parent, long now, RngKey key, IForkJoin? forks = null)
{
    public ActorId Self { get; } = self;

    public ActorId Parent { get; } = parent;

    public long Now { get; } = now;

    public RngKey Key { get; } = key;

    /// <summary>
    /// Runs the parts of a long computation that share nothing they write, on idle workers where there are some; never
    /// what comes out depends on it.
    /// </summary>
    public IForkJoin Forks => forks ?? OneByOne.Instance;

    /// <summary>The address of a child, spawned or not yet.</summary>
    public ActorId Child(string name) => Self.Child(name);

    /// <summary>The typed address of a child, spawned or not yet.</summary>
    public ActorRef<TMessage> Child<TMessage>(string name)
        where TMessage : class => new(Self.Child(name));

    public ActorRef<TMessage> SelfAs<TMessage>()
        where TMessage : class => new(Self);

    public ActorRef<TMessage> ParentAs<TMessage>()
        where TMessage : class => new(Parent);
}
