using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Exploration;

/// <summary>Draws simulations from a key: each its order, and, from a key of its own, what goes wrong in it.</summary>
public static class ScenarioDrawing
{
    private const int ChangesMax = 4;

    /// <summary>The simulation at <paramref name="index"/>; it depends on no other one.</summary>
    /// <param name="key">Of the whole exploration.</param>
    /// <param name="index">From 0.</param>
    /// <param name="targets">Who can be hit by faults.</param>
    /// <param name="asked">Which kinds of faults may be among it.</param>
    /// <param name="choiceCount">Choices of a run without faults, ≥ 1.</param>
    /// <remarks>
    /// Where crashes are asked for, one simulation in four keeps the order of the keys: there the digest must be equal.
    /// </remarks>
    public static Scenario Draw(
        RngKey key,
        long index,
        ImmutableArray<FaultTarget> targets,
        FaultSelection asked,
        int choiceCount
    )
    {
        var own = key.Fold((ulong)index);
        var faults = FaultDrawing.Draw(own.Fold("faults"), targets, asked);
        var draws = new DrawSequence(own.Fold("order"));
        DeliveryOrder order =
            asked.Crashes && draws.OneIn(4) ? new DeliveryOrder.ByKey()
            : draws.OneIn(2) ? new DeliveryOrder.AtRandom(own)
            : new DeliveryOrder.ByPriority(own, draws.Between(1, ChangesMax), choiceCount);
        return new(order, new EquatableArray<Hosts.PlannedFault>(faults));
    }
}
