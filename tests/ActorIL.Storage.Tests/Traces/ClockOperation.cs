using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Storage.Tests.Traces;

/// <summary>Asks what only the world outside knows.</summary>
internal sealed record ClockOperation : IExternalOperation
{
    public TypeName OperationName => new("test-clock", 1);
}
