namespace ActorIL.Actors.Execution;

/// <summary>
/// A step asked for something it may not have: over credit, a name in use, a full stash. It fails like any throw.
/// </summary>
#pragma warning disable CA1032, CA1064 // Thrown and caught within the kernel, never constructed by others.
internal sealed class RefusedStepException(string message) : Exception(message);
#pragma warning restore CA1032, CA1064
