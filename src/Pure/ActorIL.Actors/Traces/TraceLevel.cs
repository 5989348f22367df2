namespace ActorIL.Actors.Traces;

/// <summary>How much of a run its trace holds, each level what the one before it holds and more.</summary>
public enum TraceLevel
{
    /// <summary>No trace.</summary>
    Off,

    /// <summary>
    /// The manifest, what came from outside, state digests: a replay says whether, not which message.
    /// </summary>
    Seed,

    /// <summary>Key, cause, ordinal and payload hash of every delivery, and what happened to actors.</summary>
    Keys,

    /// <summary>Payloads without what a replay computes again: actions, rewards, endings, labels.</summary>
    Actions,

    /// <summary>Whole payloads, and the numbers of every parameter block.</summary>
    Full,
}
