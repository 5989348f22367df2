namespace ActorIL.Training.Learning;

/// <summary>Choice among validated policies.</summary>
internal static class CandidateSelection
{
    /// <summary>The better of the two on validation; of equals the later, whichever was scored first.</summary>
    public static Candidate Better(Candidate? best, Candidate candidate) =>
        best is null
        || candidate.Score > best.Score
        || (candidate.Score == best.Score && candidate.Update > best.Update)
            ? candidate
            : best;
}
