using ActorIL.Core.Spaces;

namespace ActorIL.External;

/// <summary>What a program says of itself when it is greeted.</summary>
/// <param name="EnvironmentId">Name and version of its environment, such as CartPole-v1; may be empty.</param>
/// <param name="EnvironmentVersion">The version of the program or library behind it; may be empty.</param>
/// <param name="Observations">The space of its observations.</param>
/// <param name="Actions">The space of its actions.</param>
/// <param name="CanSnapshot">Whether its instances can be saved and restored.</param>
/// <param name="InstanceCountMax">The most instances it runs, ≥ 1.</param>
/// <param name="ProtocolVersion">Of the protocol it speaks.</param>
public sealed record ExternalWelcome(
    string EnvironmentId,
    string EnvironmentVersion,
    Space Observations,
    Space Actions,
    bool CanSnapshot,
    int InstanceCountMax,
    int ProtocolVersion
);
