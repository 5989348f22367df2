using System.Collections.Immutable;

namespace ActorIL.Cli.Datasets;

/// <summary>A claim about a data set with what came of it.</summary>
/// <param name="Name">One word.</param>
/// <param name="Claim">The sentence.</param>
/// <param name="Outcome">Whether it holds.</param>
internal sealed record DatasetClaim(string Name, string Claim, ClaimOutcome Outcome)
{
    /// <summary>Findings shown of one claim; the first are enough to know what is wrong.</summary>
    public const int FindingCountMax = 10;

    /// <summary>Whether something was found against it.</summary>
    public bool IsBroken => Outcome.Match(held: _ => false, broken: _ => true, skipped: _ => false);

    /// <summary>Holds where nothing was found.</summary>
    public static DatasetClaim Of(string name, string claim, string detail, IEnumerable<Finding> findings)
    {
        ImmutableArray<Finding> first = [.. findings.Take(FindingCountMax)];
        return new(name, claim, first.IsEmpty ? new ClaimOutcome.Held(detail) : new ClaimOutcome.Broken(first));
    }

    /// <summary>A claim that could not be looked at.</summary>
    public static DatasetClaim Skip(string name, string claim, string reason) =>
        new(name, claim, new ClaimOutcome.Skipped(reason));
}
