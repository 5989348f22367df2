namespace ActorIL.Hocon;

/// <summary>A value without keys below it.</summary>
/// <param name="Path">From the root.</param>
/// <param name="KeyOrigin">Where its key was last written.</param>
/// <param name="Value">A scalar, an array, or an empty object.</param>
public sealed record HoconLeaf(HoconPath Path, HoconOrigin KeyOrigin, HoconValue Value);
