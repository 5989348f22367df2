namespace ActorIL.Actors.Execution;

/// <summary>The failure a fault plan asks for.</summary>
#pragma warning disable CA1032, CA1064 // Thrown and caught within the kernel, never constructed by others.
internal sealed class InjectedFailureException() : Exception("Injected by the fault plan.");
#pragma warning restore CA1032, CA1064
