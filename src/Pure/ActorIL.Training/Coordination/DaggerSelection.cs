using System.Collections.Immutable;
using ActorIL.Training.Dagger;

namespace ActorIL.Training.Coordination;

/// <summary>Choice among the students of DAgger's rounds.</summary>
internal static class DaggerSelection
{
    /// <summary>The best on validation of the rounds that had at most so many labels; ties go to the latest.</summary>
    /// <exception cref="InvalidOperationException">No round had so few.</exception>
    public static RoundStudent BestWithin(ImmutableArray<RoundStudent> rounds, int labelCount) =>
        rounds
            .Where(round => round.IsValidated && round.LabelCount <= labelCount)
            .Aggregate((best, round) => round.Score >= best.Score ? round : best);
}
