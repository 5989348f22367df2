using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Exploration;

/// <summary>In what order a simulation delivers within each tick, as data.</summary>
public abstract record DeliveryOrder
{
    private DeliveryOrder() { }

    public abstract T Match<T>(
        Func<ByKey, T> byKey,
        Func<AtRandom, T> atRandom,
        Func<ByPriority, T> byPriority,
        Func<Given, T> given
    );

    /// <summary>As every host does: round by round, in the order of the keys.</summary>
    public sealed record ByKey : DeliveryOrder
    {
        public override T Match<T>(
            Func<ByKey, T> byKey,
            Func<AtRandom, T> atRandom,
            Func<ByPriority, T> byPriority,
            Func<Given, T> given
        ) => byKey(this);
    }

    /// <summary>Evenly at random: <see cref="RandomSchedule"/>.</summary>
    /// <param name="Key">Where the choices come from.</param>
    public sealed record AtRandom(RngKey Key) : DeliveryOrder
    {
        public override T Match<T>(
            Func<ByKey, T> byKey,
            Func<AtRandom, T> atRandom,
            Func<ByPriority, T> byPriority,
            Func<Given, T> given
        ) => atRandom(this);
    }

    /// <summary>By random priorities that change a few times: <see cref="PrioritySchedule"/>.</summary>
    /// <param name="Key">Where priorities and moments come from.</param>
    /// <param name="ChangeCount">Moments at which a pair of actors falls, ≥ 0.</param>
    /// <param name="ChoiceCount">Choices the run is expected to have, ≥ 1.</param>
    public sealed record ByPriority(RngKey Key, int ChangeCount, int ChoiceCount) : DeliveryOrder
    {
        public override T Match<T>(
            Func<ByKey, T> byKey,
            Func<AtRandom, T> atRandom,
            Func<ByPriority, T> byPriority,
            Func<Given, T> given
        ) => byPriority(this);
    }

    /// <summary>
    /// By choices made before, one envelope a round: <see cref="GivenSchedule"/>. None are the order of the keys.
    /// </summary>
    /// <param name="Choices">What was chosen, wherever there was a choice.</param>
    public sealed record Given(EquatableArray<int> Choices) : DeliveryOrder
    {
        public override T Match<T>(
            Func<ByKey, T> byKey,
            Func<AtRandom, T> atRandom,
            Func<ByPriority, T> byPriority,
            Func<Given, T> given
        ) => given(this);
    }
}
