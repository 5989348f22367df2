using ActorIL.Actors.Addressing;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Execution;

/// <summary>What a cell is told about itself when it is made.</summary>
internal readonly record struct CellIdentity(
    ActorId Id,
    string Name,
    ActorCell? Parent,
    RngKey Key,
    FaultSchedule? Faults
)
{
    public string Path => $"{Parent?.Path}/{Name}";
}
