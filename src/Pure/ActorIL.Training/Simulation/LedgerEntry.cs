using ActorIL.Actors.Addressing;

namespace ActorIL.Training.Simulation;

/// <summary>One line of the ledger.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Asker">Who asked for it, and has to get it.</param>
/// <param name="Quantity">How much.</param>
/// <param name="IsRequest">Whether it is asked for, or has arrived.</param>
internal readonly record struct LedgerEntry(LedgerKind Kind, ActorId Asker, long Quantity, bool IsRequest);
