namespace ActorIL.Training.Simulation;

/// <summary>What is asked for and has to arrive.</summary>
internal enum LedgerKind
{
    /// <summary>T × N steps for each request to a collector.</summary>
    Transitions,

    /// <summary>As many whole episodes as were asked of a visitor.</summary>
    Visits,

    /// <summary>As many labels as observations, for each request to the expert.</summary>
    Labels,

    /// <summary>Everything appended to the replay buffer so far, as the answer to each append.</summary>
    Aggregate,

    /// <summary>One reward for each step of a rollout, for each request to a discriminator.</summary>
    Rewards,

    /// <summary>Every labelled observation a student, or demonstrated step a discriminator, is to learn from.</summary>
    Lessons,

    /// <summary>As many demonstrated episodes as were asked for.</summary>
    Demonstrations,

    /// <summary>As many scored episodes as were asked for.</summary>
    Episodes,
}
