using ActorIL.Core.Prelude;

namespace ActorIL.Environments.Checks;

/// <summary>What the conformance kit found out about an environment.</summary>
/// <param name="EnvironmentId">Which one.</param>
/// <param name="Checks">Every check, always all of them and in one order.</param>
public sealed record ConformanceReport(string EnvironmentId, EquatableArray<ConformanceCheck> Checks)
{
    /// <summary>Whether no check failed; warnings are allowed.</summary>
    public bool Passed => !Checks.Any(check => check.IsFailure);

    /// <summary>One line for each check.</summary>
    public override string ToString() => string.Join('\n', Checks);
}
