using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Exploration;

/// <summary>Asks the robot outside for a sample.</summary>
internal sealed record RobotCall(long Number) : IExternalOperation
{
    public TypeName OperationName => new("test-robot-call", 1);
}
