namespace ActorIL.Storage.Traces;

/// <summary>The last state of an actor that history and code agreed on.</summary>
/// <param name="Ordinal">The last delivery before it.</param>
/// <param name="StateHash">The hash of the state.</param>
public readonly record struct ActorMark(long Ordinal, ulong StateHash);
