using ActorIL.Actors.Addressing;

namespace ActorIL.Actors.Hosts;

/// <summary>An envelope that may be delivered next.</summary>
/// <param name="From">Who sent it.</param>
/// <param name="To">The receiver.</param>
/// <param name="IsApplication">Whether it is a message to a behaviour, and not the kernel's own.</param>
public readonly record struct ReadyEnvelope(ActorId From, ActorId To, bool IsApplication);
