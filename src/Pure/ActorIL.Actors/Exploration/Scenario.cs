using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Exploration;

/// <summary>One simulation, as data: run it twice and it is the same twice.</summary>
/// <param name="Order">In what order it delivers.</param>
/// <param name="Faults">What goes wrong.</param>
public sealed record Scenario(DeliveryOrder Order, EquatableArray<PlannedFault> Faults)
{
    /// <summary>Nothing goes wrong and everything comes in the order of the keys: what `run` does.</summary>
    public static Scenario Plain { get; } = new(new DeliveryOrder.ByKey(), []);

    /// <summary>Plain, but one envelope a round, as explored runs are: their length is compared with it.</summary>
    public static Scenario OneByOne { get; } = new(new DeliveryOrder.Given([]), []);

    /// <summary>Whether the order may be another one than that of the keys, so that chains do not compare.</summary>
    public bool IsExplored => Order.Match(_ => false, _ => true, _ => true, _ => true);

    /// <summary>The choices of an order that is given; none for any other.</summary>
    public ImmutableArray<int> Choices => Order.Match(_ => [], _ => [], _ => [], given => given.Choices.Items);

    /// <summary>How many of those are not the first in key order.</summary>
    public int DepartureCount => Choices.Count(choice => choice != 0);

    /// <summary>How many faults of a kind are planned.</summary>
    public int CountOf(FaultKind kind) => Faults.Items.Count(fault => fault.Kind == kind);
}
