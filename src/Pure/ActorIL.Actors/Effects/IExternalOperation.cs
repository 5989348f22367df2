using ActorIL.Core.Fields;

namespace ActorIL.Actors.Effects;

/// <summary>Something to be done outside the system, as data. The host has an interpreter for each.</summary>
public interface IExternalOperation
{
    /// <summary>Name and version, by which the interpreter knows it.</summary>
    TypeName OperationName { get; }
}
