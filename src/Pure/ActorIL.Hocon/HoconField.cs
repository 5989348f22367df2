namespace ActorIL.Hocon;

/// <summary>One key of a resolved object.</summary>
/// <param name="Key">The key itself, not a path.</param>
/// <param name="KeyOrigin">Where the key was last written.</param>
/// <param name="Value">The resolved value.</param>
public sealed record HoconField(string Key, HoconOrigin KeyOrigin, HoconValue Value);
