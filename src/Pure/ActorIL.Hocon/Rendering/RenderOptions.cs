namespace ActorIL.Hocon.Rendering;

/// <summary>How <see cref="ReadableHocon"/> writes a tree.</summary>
/// <param name="HidesEnvironment">Writes the variables' names where their values were used; the text is then no
/// longer the same configuration.</param>
/// <param name="ShowsOrigins">Adds to each value where it was written.</param>
public sealed record RenderOptions(bool HidesEnvironment = false, bool ShowsOrigins = false);
