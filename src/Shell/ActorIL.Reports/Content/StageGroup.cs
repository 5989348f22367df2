namespace ActorIL.Reports.Content;

/// <summary>What a stage is compared with.</summary>
public enum StageGroup
{
    /// <summary>Who is imitated.</summary>
    Expert,

    /// <summary>Clones of the first steps of episodes.</summary>
    FirstSteps,

    /// <summary>Clones of whole episodes.</summary>
    FullEpisodes,

    /// <summary>Students of rounds counted in labels.</summary>
    Dagger,

    /// <summary>Students of one's own.</summary>
    Own,
}
