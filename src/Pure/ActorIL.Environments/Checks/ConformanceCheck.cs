namespace ActorIL.Environments.Checks;

/// <summary>One claim about an environment, tried.</summary>
/// <param name="Name">Short, for tables.</param>
/// <param name="Claim">A sentence.</param>
/// <param name="Outcome">How it went.</param>
public sealed record ConformanceCheck(string Name, string Claim, ConformanceOutcome Outcome)
{
    /// <summary>Whether the claim broke.</summary>
    public bool IsFailure => Outcome.Match(passed: _ => false, warned: _ => false, failed: _ => true);

    /// <summary>One line: verdict, name, claim; the evidence where there is some.</summary>
    public override string ToString() => Outcome.Match(
        passed: _ => $"pass  {Name}: {Claim}",
        warned: warned => $"warn  {Name}: {Claim} {warned.Evidence}.",
        failed: failed => $"FAIL  {Name}: {Claim} {failed.Evidence}.");
}
