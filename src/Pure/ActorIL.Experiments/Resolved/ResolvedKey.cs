using ActorIL.Hocon;

namespace ActorIL.Experiments.Resolved;

/// <summary>One key with the value it finally has.</summary>
/// <param name="Path">Below <c>actoril</c>, such as ppo.learning-rate.</param>
/// <param name="Kind">What the key decides.</param>
/// <param name="Json">The value in one canonical form, however it was written: 3e5 and 300000 are both 300000.</param>
/// <param name="Origin">Where the value was written.</param>
public sealed record ResolvedKey(string Path, KeyKind Kind, string Json, HoconOrigin Origin)
{
    /// <summary>Whether another value means another computation.</summary>
    public bool IsSemantic => Kind is KeyKind.Semantic or KeyKind.Changeable;
}
