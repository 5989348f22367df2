using System.Globalization;

namespace ActorIL.Environments.Checks;

/// <summary>Where a claim broke, and how.</summary>
/// <param name="Seed">The episode is the one of <c>RngKey.Root(seed)</c>.</param>
/// <param name="StepIndex">Counted from 0; -1 is the start state.</param>
/// <param name="Expected">What the claim wants.</param>
/// <param name="Found">What was there.</param>
public sealed record ConformanceEvidence(ulong Seed, int StepIndex, string Expected, string Found)
{
    /// <summary>Where, if that is no step of an episode; empty where it is.</summary>
    public string Place { get; init; } = "";

    public override string ToString()
    {
        var place =
            Place.Length > 0 ? Place
            : StepIndex < 0 ? string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, start")
            : string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, step {StepIndex}");
        return $"{place}: expected {Expected}; found {Found}";
    }
}
