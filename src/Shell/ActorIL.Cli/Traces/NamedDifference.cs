namespace ActorIL.Cli.Traces;

/// <summary>Something that two traces say of themselves in two ways.</summary>
/// <param name="Name">A configuration key, or a part of the manifest.</param>
/// <param name="One">What the first says; null where it says nothing.</param>
/// <param name="Other">What the second says; null where it says nothing.</param>
internal sealed record NamedDifference(string Name, string? One, string? Other);
