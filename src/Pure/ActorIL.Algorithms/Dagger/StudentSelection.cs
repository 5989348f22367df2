namespace ActorIL.Algorithms.Dagger;

/// <summary>The best candidate so far on validation; ties go to the latest, as later data is richer.</summary>
/// <param name="Best">The chosen candidate.</param>
/// <param name="Score">Its mean validation return.</param>
/// <param name="Round">The round, update or stage that made it.</param>
public sealed record StudentSelection<T>(T Best, double Score, int Round)
{
    public StudentSelection<T> Consider(T candidate, double score, int round) =>
        score >= Score ? new(candidate, score, round) : this;
}
