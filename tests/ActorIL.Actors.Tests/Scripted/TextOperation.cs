using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>An external operation that carries a text.</summary>
internal sealed record TextOperation(string Text) : IExternalOperation
{
    public TypeName OperationName => new("test-text", 1);
}
