using ActorIL.Akka.Hosting;

namespace ActorIL.Akka.Ordered;

/// <summary>Asks an actor to have a child.</summary>
/// <param name="Slot">Whose it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Done">Told when it is there.</param>
internal sealed record ChildRequest(ActorSlot Slot, string Name, TaskCompletionSource Done);
